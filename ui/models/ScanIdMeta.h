// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Study.h"

class QDataStream;

namespace vertescore {

// Signals carry scan ids. Qt would stream an enumeration by its underlying type, and has no overload for
// long: scan ids are never streamed.
QDataStream& operator<<(QDataStream&, ScanId) = delete;
QDataStream& operator>>(QDataStream&, ScanId&) = delete;

} // namespace vertescore
