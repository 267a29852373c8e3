// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonDepth.h"
#include "core/base/Result.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

// Forgiving access to JSON from outside: what is absent or of another kind comes as nothing.
namespace vertescore {

using OrderedJson = nlohmann::ordered_json;

/// Errors: LandmarksMalformed.
inline Result<OrderedJson> parsedJson(const std::string& text) {
    if (jsonDepth(text) > kDeepestJson)
        return failure(ErrorCode::LandmarksMalformed, "its JSON nests deeper than anything that is known");
    OrderedJson root = OrderedJson::parse(text, nullptr, false);
    if (root.is_discarded()) return failure(ErrorCode::LandmarksMalformed, "no valid JSON");
    return root;
}

/// The member of an object, or nullptr.
inline const OrderedJson* member(const OrderedJson& object, const char* name) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

inline std::optional<std::string> textMember(const OrderedJson& object, const char* name) {
    const OrderedJson* value = member(object, name);
    return value != nullptr && value->is_string() ? std::optional(value->get<std::string>()) : std::nullopt;
}

inline std::optional<double> numberMember(const OrderedJson& object, const char* name) {
    const OrderedJson* value = member(object, name);
    return value != nullptr && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

/// A whole number, at least 1 and at most a million, as sizes of pictures are.
inline std::optional<int> sizeMember(const OrderedJson& object, const char* name) {
    constexpr double kLargest = 1e6;
    const auto value = numberMember(object, name);
    if (!value || !(*value >= 1 && *value <= kLargest) || *value != static_cast<int>(*value))
        return std::nullopt;
    return static_cast<int>(*value);
}

/// The members of an array; of anything else none.
inline const OrderedJson& arrayMember(const OrderedJson& object, const char* name) {
    static const OrderedJson kNone = OrderedJson::array();
    const OrderedJson* value = member(object, name);
    return value != nullptr && value->is_array() ? *value : kNone;
}

} // namespace vertescore
