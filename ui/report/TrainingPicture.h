// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/TrainingCurve.h"

#include <QImage>
#include <QString>

#include <filesystem>

namespace vertescore {

/// The losses of a training by step, and below them what it reached on held-out scans: mean and median error
/// and the share of scans with every level right. Losses and errors on logarithmic axes; steps as faint
/// lines, their running mean as strong ones. 1600 x 1200 pixels, with the research-use notice. Needs a
/// QApplication (the offscreen platform will do); GUI thread.
QImage drawTrainingCurve(const TrainingCurve& curve, const QString& title);

/// The same as a PNG file, written atomically. Errors: FileNotWritable, DiskFull.
Status saveTrainingCurve(const std::filesystem::path& path, const TrainingCurve& curve, const QString& title);

} // namespace vertescore
