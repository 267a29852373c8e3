// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/formats/Formats_p.h"
#include "core/io/landmarks/formats/XmlTags_p.h"

// CVAT for images 1.1: an element for each image, in it a skeleton for each vertebra whose points are the
// corners, or points labelled with a level (and a corner). The state of a point is an attribute of it.
namespace vertescore::formats {
namespace {

/// "x,y;x,y"
std::optional<std::vector<PixelPoint>> placesFrom(std::string_view text) {
    std::vector<PixelPoint> places;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find(';'));
        const std::size_t comma = one.find(',');
        if (comma == std::string_view::npos) return std::nullopt;
        const auto x = numberFrom(one.substr(0, comma)), y = numberFrom(one.substr(comma + 1));
        if (!x || !y) return std::nullopt;
        places.push_back({*x, *y});
        text.remove_prefix(std::min(text.size(), one.size() + 1));
    }
    return places;
}

/// Goes through the tags of a file.
class CvatReader {
public:
    Result<std::vector<ImagePoints>> read(const std::vector<XmlTag>& tags) {
        if (tags.front().name != "annotations") return malformed("no CVAT annotations");
        for (const XmlTag& tag : tags)
            if (const Status taken = tag.isEnd ? leave(tag) : enter(tag); !taken)
                return failure(taken.error());
        return std::move(m_images);
    }

private:
    Status enter(const XmlTag& tag) {
        const auto attribute = [&tag](const char* name) {
            const auto found = tag.attributes.find(name);
            return found == tag.attributes.end() ? std::string() : found->second;
        };
        if (tag.name == "track") return malformed("it is of a video; images are read");
        if (tag.name == "image") {
            const std::string path = attribute("name");
            m_images.push_back({path.substr(path.find_last_of("/\\") + 1),
                                integerFrom(attribute("width")).value_or(0),
                                integerFrom(attribute("height")).value_or(0)});
        }
        if (tag.name == "skeleton") m_skeleton = attribute("label");
        m_pointsBegin =
            tag.name == "points" && !m_images.empty() ? m_images.back().points.size() : m_pointsBegin;
        if (tag.name == "points" && !m_images.empty())
            return addPoints(attribute("label"), attribute("points"), attribute("outside") == "1");
        if (tag.name == "attribute" && attribute("name") == "state" && !m_images.empty()) setState(tag.text);
        return {};
    }

    Status leave(const XmlTag& tag) {
        if (tag.name == "skeleton") m_skeleton.clear();
        if (tag.name == "points" && !m_images.empty()) m_pointsBegin = m_images.back().points.size();
        return {};
    }

    Status addPoints(const std::string& ownLabel, const std::string& text, bool isOutside) {
        const auto label = pointLabelFrom(m_skeleton.empty() ? ownLabel : m_skeleton + "-" + ownLabel);
        if (!label || isOutside) return {};
        const auto places = placesFrom(text);
        if (!places) return malformed("a point of " + std::string(levelName(label->level)) + " is no place");
        for (const PixelPoint& place : *places)
            m_images.back().points.push_back(placedPoint(*label, place));
        return {};
    }

    /// Of the points whose element is open.
    void setState(const std::string& name) {
        auto& points = m_images.back().points;
        for (std::size_t i = m_pointsBegin; i < points.size(); ++i)
            points[i] = placedPoint({points[i].level, points[i].corner}, *points[i].landmark.position, name);
    }

    std::vector<ImagePoints> m_images;
    std::string m_skeleton;
    std::size_t m_pointsBegin = 0;
};

Result<std::vector<ImagePoints>> read(const NamedText& file, const Surroundings&) {
    const auto tags = parseXml(file.text);
    if (!tags) return failure(tags.error());
    return CvatReader().read(*tags);
}

std::string skeletonText(Level level, const VertebraLandmarks& vertebra) {
    std::string points;
    for (const Corner corner : kCorners) {
        const Landmark& landmark = vertebra.at(corner);
        if (!landmark.position) continue;
        const bool isHidden = landmark.state == PointState::NotVisible;
        points += "      <points label=\"" + std::string(cornerName(corner)) +
                  "\" outside=\"0\" occluded=\"" + (isHidden ? "1" : "0") + "\" points=\"" +
                  shortest(landmark.position->x) + "," + shortest(landmark.position->y) +
                  "\">\n        <attribute name=\"state\">" + std::string(pointStateName(landmark.state)) +
                  "</attribute>\n      </points>\n";
    }
    if (points.empty()) return {};
    return "    <skeleton label=\"" + std::string(levelName(level)) +
           "\" source=\"manual\" z_order=\"0\">\n" + points + "    </skeleton>\n";
}

Result<std::vector<NamedText>> write(const std::vector<ExchangedLandmarks>& scans) {
    std::string text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                       "<!-- For research use only. Not for diagnosis. -->\n"
                       "<annotations>\n  <version>1.1</version>\n";
    for (std::size_t i = 0; i < scans.size(); ++i) {
        const LandmarkRecord& record = scans[i].record;
        text += "  <image id=\"" + std::to_string(i) + "\" name=\"" + xmlText(imageName(scans[i])) +
                "\" width=\"" + std::to_string(record.width) + "\" height=\"" +
                std::to_string(record.height) + "\">\n";
        for (const Level level : kLevels)
            text += skeletonText(level, record.landmarks.at(level));
        text += "  </image>\n";
    }
    return std::vector{NamedText{"", text + "</annotations>\n"}};
}

} // namespace

const FormatCode kCvat{LandmarkFormat::Cvat, "cvat", ".xml", false, read, write};

} // namespace vertescore::formats
