// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"
#include "core/store/CoordinatorSession.h"

namespace vertescore {

/// What makeAgreementReport() takes of a study.
struct StudyAgreement {
    RatingTable table; ///< as studyRatings(): submitted readings, and what was settled
    AgreementOptions
        options; ///< name, bounds, scanners, landmarks; what to compare is left as it is by default
};

/// Compares the first arm without guides with the first one that has some, where there are both. Thread and
/// errors of the session.
Result<StudyAgreement> studyAgreement(const CoordinatorSession& session, const Study& study);

} // namespace vertescore
