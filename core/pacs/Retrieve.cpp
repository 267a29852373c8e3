// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Retrieve.h"

#include "core/pacs/Query.h"
#include "core/pacs/Receiver.h"
#include "core/pacs/network/FetchObjects_p.h"

#include <algorithm>
#include <mutex>

namespace vertescore::pacs {
namespace {

/// So many UIDs fit well below the bounds that nodes have for a question.
constexpr std::size_t kMostUidsAtOnce = 100;

struct Series {
    std::string uid;
    std::vector<std::string> instances;
    std::set<std::string> classes;
};

/// One retrieval. One thread, but arrived, which a receiver's threads call.
class Retrieval {
public:
    Retrieval(const PacsNode& node, const RetrieveRequest& request, const ObjectFolder& folder,
              const PacsWork& work)
        : m_node(node), m_request(request), m_folder(folder), m_work(work) {}

    RetrieveReport run() {
        Status status = list();
        if (status) status = m_request.by == RetrieveBy::Move ? withReceiver() : fetchAll();
        for (const Series& one : m_series)
            for (const std::string& uid : one.instances)
                if (!m_folder.holds(uid)) m_report.missing.push_back(uid);
        if (!status)
            m_report.problem = status.error();
        else if (!m_report.missing.empty())
            m_report.problem = whyMissing();
        return std::move(m_report);
    }

private:
    Status list() {
        std::vector<std::string> uids = m_request.seriesUids;
        if (uids.empty()) {
            auto found = findAt(m_node, ofLevel(QueryLevel::Series, {}), {m_work.stop});
            if (!found) return failure(found.error());
            for (const QueryRow& row : found->rows)
                uids.push_back(row.seriesUid);
        }
        for (const std::string& uid : uids) {
            auto found = findAt(m_node, ofLevel(QueryLevel::Image, uid), {m_work.stop});
            if (!found) return failure(found.error());
            add(uid, found->rows);
        }
        if (m_report.wanted > 0) return {};
        return failure(ErrorCode::NodeFailure, describeNode(m_node) + ": it holds no such study or series");
    }

    Query ofLevel(QueryLevel level, const std::string& seriesUid) const {
        Query query;
        query.level = level;
        query.studyUid = m_request.studyUid;
        query.seriesUid = seriesUid;
        return query;
    }

    void add(const std::string& uid, const std::vector<QueryRow>& rows) {
        Series series{uid, {}, {}};
        bool isKindKnown = true;
        for (const QueryRow& row : rows) {
            series.instances.push_back(row.instanceUid);
            series.classes.insert(row.classUid);
            isKindKnown = isKindKnown && !row.classUid.empty();
            m_report.alreadyThere += m_folder.holds(row.instanceUid) ? 1 : 0;
        }
        if (!isKindKnown) series.classes.clear();
        m_report.wanted += rows.size();
        m_series.push_back(std::move(series));
    }

    Status withReceiver() {
        ReceiverOptions options;
        options.aeTitle = m_node.ownAeTitle;
        options.port = m_node.ownPort;
        options.folder = m_folder.path();
        options.mostObjectBytes = m_folder.mostObjectBytes();
        options.tls = m_node.tls;
        options.seconds = m_node.answerSeconds;
        options.received = [this](const Result<StoredObject>& object) { arrived(object); };
        const auto receiver = Receiver::start(std::move(options));
        if (!receiver) return failure(receiver.error());
        return fetchAll();
    }

    Status fetchAll() {
        sayProgress();
        for (const Series& one : m_series) {
            std::vector<std::string> left;
            std::copy_if(one.instances.begin(), one.instances.end(), std::back_inserter(left),
                         [this](const std::string& uid) { return !m_folder.holds(uid); });
            const bool isWhole = left.size() == one.instances.size();
            for (std::size_t from = 0; from < left.size(); from += kMostUidsAtOnce) {
                Wanted wanted{m_request.studyUid, one.uid, {}, one.classes};
                const std::size_t to = isWhole ? left.size() : std::min(from + kMostUidsAtOnce, left.size());
                // A node that knows series only can do the first attempt.
                if (!isWhole)
                    wanted.instanceUids.assign(left.begin() + static_cast<std::ptrdiff_t>(from),
                                               left.begin() + static_cast<std::ptrdiff_t>(to));
                if (const Status fetched = fetch(wanted); !fetched) return fetched;
                if (isWhole) break;
            }
        }
        return {};
    }

    Status fetch(const Wanted& wanted) {
        if (m_request.by == RetrieveBy::Move) return fetchByMove(m_node, wanted, m_work);
        return fetchByGet(
            m_node, wanted, m_folder, [this](const Result<StoredObject>& object) { arrived(object); },
            m_work);
    }

    void arrived(const Result<StoredObject>& object) {
        {
            const std::lock_guard lock(m_mutex);
            if (object)
                m_report.arrived.push_back(*object);
            else
                m_report.refused.push_back(object.error());
        }
        sayProgress();
    }

    void sayProgress() {
        const std::lock_guard lock(m_mutex);
        const auto isNew = [](const StoredObject& object) { return object.arrival == Arrival::New; };
        const auto come = std::count_if(m_report.arrived.begin(), m_report.arrived.end(), isNew);
        if (m_work.progress)
            m_work.progress(m_report.alreadyThere + static_cast<std::size_t>(come), m_report.wanted);
    }

    Error whyMissing() const {
        if (!m_report.refused.empty()) return m_report.refused.front();
        return {ErrorCode::NodeFailure,
                describeNode(m_node) + ": it did not send " + std::to_string(m_report.missing.size()) +
                    " of " + std::to_string(m_report.wanted) + " objects",
                std::nullopt};
    }

    const PacsNode& m_node;
    const RetrieveRequest& m_request;
    const ObjectFolder& m_folder;
    const PacsWork& m_work;
    std::vector<Series> m_series;
    std::mutex m_mutex;
    RetrieveReport m_report;
};

} // namespace

RetrieveReport retrieve(const PacsNode& node, const RetrieveRequest& request,
                        const std::filesystem::path& folder, const PacsWork& work) {
    RetrieveReport report;
    if (const Status checked = checkNode(node); !checked) {
        report.problem = checked.error();
        return report;
    }
    const auto opened = ObjectFolder::open(folder);
    if (!opened) {
        report.problem = opened.error();
        return report;
    }
    return Retrieval(node, request, *opened, work).run();
}

} // namespace vertescore::pacs
