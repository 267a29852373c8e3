// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/output/CurrentPicture.h"

#include "ui/canvas/ScanView.h"
#include "ui/report/AnnotatedPicture.h"
#include "ui/shell/session/DocumentKeeper.h"

namespace vertescore {
namespace {

DisplayImage asShown(const Scan& scan, const ScanView& view) {
    GreyPipeline pipeline = scan.pipeline;
    pipeline.window = view.window();
    pipeline.inverted = pipeline.inverted != view.isInverted();
    return renderDisplay(scan.image, pipeline);
}

AnnotatedPictureOptions optionsFor(DocumentKeeper& keeper, bool isSynthetic) {
    AnnotatedPictureOptions options;
    options.title = QString::fromStdString(keeper.studyScan().code);
    if (const auto& detection = keeper.document().detection()) options.model = detection->model;
    options.synthetic = isSynthetic;
    return options;
}

} // namespace

QImage currentPicture(DocumentKeeper& keeper, const ScanView& view, bool isSynthetic) {
    const ScanDocument& document = keeper.document();
    const Roi* roi = document.roi() ? &*document.roi() : nullptr;
    return drawAnnotatedPicture(asShown(document.scan(), view), document.scan().geometry,
                                document.landmarks(), document.guides(), roi,
                                optionsFor(keeper, isSynthetic));
}

Status savePicture(DocumentKeeper& keeper, const ScanView& view, bool isSynthetic,
                   const std::filesystem::path& path) {
    const ScanDocument& document = keeper.document();
    const Roi* roi = document.roi() ? &*document.roi() : nullptr;
    return saveAnnotatedPicture(path, asShown(document.scan(), view), document.scan().geometry,
                                document.landmarks(), document.guides(), roi,
                                optionsFor(keeper, isSynthetic));
}

} // namespace vertescore
