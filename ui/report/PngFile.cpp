// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/PngFile.h"

#include "core/base/AtomicFile.h"

#include <QBuffer>
#include <QImage>

namespace vertescore {

Status writePngFile(const std::filesystem::path& path, const QImage& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return writeFileAtomically(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace vertescore
