// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picturenet/PictureNet.h"

#include "core/base/Assert.h"
#include "core/picturenet/ShippedPictureNets.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace vertescore {
namespace {

constexpr int kMostChannels = 32;
constexpr std::size_t kMostLayers = 16;
constexpr int kTaps = kPictureKernel * kPictureKernel;

/// Numbers and words of the text, one after the other.
class Words {
public:
    explicit Words(std::string_view text) : m_rest(text) {}

    std::string_view word() {
        const std::size_t from = std::min(m_rest.find_first_not_of(" \n"), m_rest.size());
        const std::size_t to = std::min(m_rest.find_first_of(" \n", from), m_rest.size());
        const std::string_view found = m_rest.substr(from, to - from);
        m_rest.remove_prefix(to);
        return found;
    }
    template <typename Number>
    bool read(Number& number) {
        const std::string_view text = word();
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc{} && end == text.data() + text.size();
    }
    bool read(std::vector<float>& numbers, std::size_t count) {
        numbers.resize(count);
        return std::all_of(numbers.begin(), numbers.end(),
                           [this](float& number) { return read(number) && std::isfinite(number); });
    }

private:
    std::string_view m_rest;
};

std::string headerOf(PictureQuestion question) {
    return "vertescore-" + std::string(pictureQuestionKey(question)) + " 1";
}

bool readLayer(Words& words, int inputs, PictureLayer& layer) {
    if (!words.read(layer.inputs) || !words.read(layer.outputs) || !words.read(layer.stride)) return false;
    if (layer.inputs != inputs || layer.outputs < 1 || layer.outputs > kMostChannels) return false;
    if (layer.stride < 1 || layer.stride > 4) return false;
    return words.read(layer.weights, static_cast<std::size_t>(kTaps * layer.inputs * layer.outputs)) &&
           words.read(layer.biases, static_cast<std::size_t>(layer.outputs));
}

void appendNumbers(std::string& text, const std::vector<float>& numbers) {
    std::array<char, 32> number;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        std::snprintf(number.data(), number.size(), "%.6g", static_cast<double>(numbers[i]));
        text += number.data();
        text += i % 12 == 11 || i + 1 == numbers.size() ? '\n' : ' ';
    }
}

} // namespace

std::string_view pictureQuestionKey(PictureQuestion question) {
    return question == PictureQuestion::UnscannedRegions ? "blackregions" : "frontal";
}

PictureFeatures pictureCells(const DisplayImage& scan) {
    VERTESCORE_ASSERT(scan.width > 0 && scan.height > 0);
    PictureFeatures cells(kPictureRows, kPictureColumns, kPictureChannels);
    const auto borderOf = [](int cell, int count, int size) { return cell * size / count; };
    for (int row = 0; row < kPictureRows; ++row) {
        const int top = borderOf(row, kPictureRows, scan.height);
        const int bottom = std::max(top + 1, borderOf(row + 1, kPictureRows, scan.height));
        for (int column = 0; column < kPictureColumns; ++column) {
            const int left = borderOf(column, kPictureColumns, scan.width);
            const int right = std::max(left + 1, borderOf(column + 1, kPictureColumns, scan.width));
            int sum = 0, brightest = 0;
            for (int y = top; y < bottom; ++y)
                for (int x = left; x < right; ++x) {
                    sum += scan.at(x, y);
                    brightest = std::max(brightest, int{scan.at(x, y)});
                }
            float* cell = cells.cell(row, column);
            cell[0] = static_cast<float>(sum) / static_cast<float>(255 * (right - left) * (bottom - top));
            cell[1] = std::sqrt(static_cast<float>(brightest) / 255.0F);
        }
    }
    return cells;
}

PictureFeatures PictureLayer::apply(const PictureFeatures& in) const {
    PictureFeatures out((in.height + stride - 1) / stride, (in.width + stride - 1) / stride, outputs);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            float* target = out.cell(y, x);
            std::copy(biases.begin(), biases.end(), target);
            for (int tap = 0; tap < kTaps; ++tap) {
                const int row = y * stride + tap / kPictureKernel - 1;
                const int column = x * stride + tap % kPictureKernel - 1;
                if (row < 0 || column < 0 || row >= in.height || column >= in.width) continue;
                const float* source = in.cell(row, column);
                const float* weight = weights.data() + tap * inputs * outputs;
                for (int i = 0; i < inputs; ++i, weight += outputs)
                    for (int o = 0; o < outputs; ++o)
                        target[o] += source[i] * weight[o];
            }
            for (int o = 0; o < outputs; ++o)
                target[o] = std::max(0.0F, target[o]);
        }
    return out;
}

Result<PictureNet> PictureNet::fromText(std::string_view text) {
    const auto malformed = [](const char* why) { return failure(ErrorCode::WeightsMalformed, why); };
    const auto* asked = std::ranges::find_if(
        kPictureQuestions, [&](PictureQuestion each) { return text.starts_with(headerOf(each)); });
    if (asked == kPictureQuestions.end()) return malformed("the header is not that of a small network");
    Words words(text.substr(headerOf(*asked).size()));
    PictureNet net;
    net.question = *asked;
    int channels = kPictureChannels;
    std::string_view kind = words.word();
    for (; kind == "conv" && net.layers.size() < kMostLayers; kind = words.word()) {
        if (!readLayer(words, channels, net.layers.emplace_back()))
            return malformed("a convolution is broken");
        channels = net.layers.back().outputs;
    }
    if (kind != "dense" || net.layers.empty()) return malformed("the last layer is not dense");
    if (!words.read(net.dense, static_cast<std::size_t>(2 * channels + 1)))
        return malformed("the last layer is broken");
    if (!words.word().empty()) return malformed("something follows the last layer");
    return net;
}

std::string PictureNet::toText() const {
    std::string text = headerOf(question) + "\n";
    for (const PictureLayer& layer : layers) {
        text += "conv";
        for (const int number : {layer.inputs, layer.outputs, layer.stride})
            text += " " + std::to_string(number);
        text += "\n";
        appendNumbers(text, layer.weights);
        appendNumbers(text, layer.biases);
    }
    text += "dense\n";
    appendNumbers(text, dense);
    return text;
}

const PictureNet& PictureNet::shipped(PictureQuestion question) {
    static const std::array nets = [] {
        std::array<PictureNet, kPictureQuestions.size()> all;
        for (const PictureQuestion each : kPictureQuestions) {
            auto read = fromText(shippedPictureNet(each));
            VERTESCORE_ASSERT(read.has_value() && read->question == each);
            all[static_cast<std::size_t>(each)] = std::move(*read);
        }
        return all;
    }();
    return nets[static_cast<std::size_t>(question)];
}

double PictureNet::probability(const PictureFeatures& cells) const {
    VERTESCORE_ASSERT(!layers.empty() && cells.channels == layers.front().inputs);
    PictureFeatures features = layers.front().apply(cells);
    for (std::size_t i = 1; i < layers.size(); ++i)
        features = layers[i].apply(features);
    const int area = features.height * features.width;
    double logit = dense.back();
    for (int c = 0; c < features.channels; ++c) {
        double sum = 0;
        float largest = 0; // after ReLU nothing is smaller
        for (int k = 0; k < area; ++k) {
            const float value = features.values[static_cast<std::size_t>(k * features.channels + c)];
            sum += value;
            largest = std::max(largest, value);
        }
        logit += dense[static_cast<std::size_t>(c)] * sum / area;
        logit += dense[static_cast<std::size_t>(c + features.channels)] * largest;
    }
    return 1 / (1 + std::exp(-logit));
}

std::size_t PictureNet::parameterCount() const {
    std::size_t count = dense.size();
    for (const PictureLayer& layer : layers)
        count += layer.weights.size() + layer.biases.size();
    return count;
}

} // namespace vertescore
