// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/scans/Folds.h"

#include "model/training/samples/SampleRandom.h"

#include <algorithm>
#include <map>

namespace vertescore {
namespace {

struct Patient {
    std::string group; ///< of the first scan
    std::vector<std::size_t> scans;
};

std::vector<Patient> patientsOf(const std::vector<FoldMember>& members) {
    std::vector<Patient> patients;
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto [place, isNew] = known.try_emplace(members[i].patient, patients.size());
        if (members[i].patient.empty() || isNew) {
            patients.push_back({members[i].group, {i}});
            continue;
        }
        patients[place->second].scans.push_back(i);
    }
    return patients;
}

/// Fisher and Yates; std::shuffle differs between standard libraries.
void shuffle(std::vector<Patient>& patients, SampleRandom random) {
    for (std::size_t i = patients.size(); i > 1; --i)
        std::swap(patients[i - 1], patients[random.below(i)]);
}

} // namespace

std::vector<FoldMember> foldMembers(const ScanSource& source) {
    std::vector<FoldMember> members;
    for (std::uint64_t i = 0; i < source.count().value_or(0); ++i) {
        const TrainingScan scan = source.scan(i);
        members.push_back({scan.patient, scan.group});
    }
    return members;
}

Result<std::vector<int>> stratifiedFolds(const std::vector<FoldMember>& members, int folds,
                                         std::uint64_t seed) {
    std::vector<Patient> patients = patientsOf(members);
    if (folds < 2 || patients.size() < static_cast<std::size_t>(folds))
        return failure(ErrorCode::InvalidArgument, std::to_string(patients.size()) +
                                                       " patients cannot fill " + std::to_string(folds) +
                                                       " folds");
    shuffle(patients, SampleRandom(seed, 0));
    // Who has many scans goes first: the small ones then even out what is left.
    std::stable_sort(patients.begin(), patients.end(),
                     [](const Patient& a, const Patient& b) { return a.scans.size() > b.scans.size(); });
    std::vector<int> fold(members.size(), 0);
    std::vector<std::size_t> total(static_cast<std::size_t>(folds), 0);
    std::map<std::string, std::vector<std::size_t>> ofGroup;
    for (const Patient& patient : patients) {
        std::vector<std::size_t>& count = ofGroup.try_emplace(patient.group, total.size(), 0).first->second;
        std::size_t best = 0;
        for (std::size_t k = 1; k < total.size(); ++k)
            if (std::pair(count[k], total[k]) < std::pair(count[best], total[best])) best = k;
        count[best] += patient.scans.size();
        total[best] += patient.scans.size();
        for (const std::size_t scan : patient.scans)
            fold[scan] = static_cast<int>(best);
    }
    return fold;
}

FoldSplit splitAt(const std::vector<int>& folds, int fold) {
    FoldSplit split;
    for (std::size_t i = 0; i < folds.size(); ++i)
        (folds[i] == fold ? split.inside : split.outside).push_back(i);
    return split;
}

} // namespace vertescore
