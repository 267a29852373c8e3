// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vertescore {

/// What becomes of dates and times of day.
enum class DateChoice {
    Modified, ///< moved by the patient's days, so that intervals stay (113107)
    Full,     ///< kept (113106)
    Removed,  ///< as the profile alone has it
};

/// The options of PS3.15 E.3 that keep more than the Basic Profile does; codes of CID 7050.
struct ProfileOptions {
    DateChoice dates = DateChoice::Modified;
    bool uids = false;                   ///< 113110
    bool deviceIdentity = false;         ///< 113109
    bool institutionIdentity = false;    ///< 113112
    bool patientCharacteristics = false; ///< 113108: age, sex, size, weight ...
    /// 113105: of descriptions of study, series and procedure the words of a short list stay, all others go.
    bool descriptors = false;
};

} // namespace vertescore
