// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verification/VerificationAside_p.h"

#include "core/store/rows/StudyRows_p.h"
#include "core/store/sqlite/Database_p.h"

namespace vertescore {

VerificationAside::VerificationAside(std::filesystem::path path)
    : m_check(std::async(std::launch::async, [path = std::move(path), stop = m_stop.get_token()] {
          auto file = openToRead(path, FileCheck::Later); // verifying checks more
          auto whole = Database::openToVerify(path);
          return verifyDatabase(whole ? *whole : file.database, stop);
      })) {}

VerificationAside::~VerificationAside() {
    m_stop.request_stop();
    if (m_check.valid()) m_check.wait();
}

} // namespace vertescore
