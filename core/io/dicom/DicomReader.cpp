// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/DicomReader_p.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/io/dicom/DicomFacts_p.h"
#include "core/io/dicom/pixels/DicomPipeline_p.h"
#include "core/io/dicom/pixels/DicomPixels_p.h"
#include "core/io/dicom/presentation/PresentationState_p.h"

namespace vertescore {
namespace {

using namespace dicom;

ScanSource readSource(DcmDataset& dataset, const PixelLayout& layout, int frame) {
    ScanSource source;
    source.bitsAllocated = layout.bitsAllocated;
    source.bitsStored = layout.bitsStored;
    source.isSigned = layout.isSigned;
    source.photometric = layout.photometric;
    source.modality = text(dataset, DCM_Modality);
    source.transferSyntax = DcmXfer(dataset.getOriginalXfer()).getXferID();
    source.manufacturer = text(dataset, DCM_Manufacturer);
    source.model = text(dataset, DCM_ManufacturerModelName);
    source.sopInstanceUid = text(dataset, DCM_SOPInstanceUID);
    source.frame = frame;
    source.frameCount = layout.frameCount;
    source.scannerGroup = findScannerGroup(dataset);
    source.statedView = findView(dataset);
    source.statedAnterior = findAnterior(dataset);
    source.isPhantom = source.manufacturer == kPhantomManufacturer;
    return source;
}

void warn(Scan& scan, ScanWarning warning, bool applies) {
    if (applies) scan.warnings.push_back(warning);
}

void addWarnings(Scan& scan, DcmDataset& dataset, const PixelLayout& layout, const SpacingFinding& spacing) {
    const bool isFromArea = spacing.spacing && spacing.spacing->source == SpacingSource::ExposedArea;
    warn(scan, ScanWarning::SpacingInvalid, spacing.hadInvalid);
    warn(scan, ScanWarning::SpacingFromArea, isFromArea);
    warn(scan, ScanWarning::FirstFrameOfMany, layout.frameCount > 1 && scan.source.frame == 0);
    warn(scan, ScanWarning::ColourReduced, !layout.photometric.starts_with("MONOCHROME"));
    warn(scan, ScanWarning::NoWindow, !scan.pipeline.window && !scan.pipeline.voiTable);
    warn(scan, ScanWarning::NotTypicalScan, !isTypicalScan(dataset, layout.rows, layout.columns));
    warn(scan, ScanWarning::MayBeFrontal, scan.source.statedView == PatientView::Frontal);
    warn(scan, ScanWarning::BurnedInText, text(dataset, DCM_BurnedInAnnotation) == "YES");
}

/// Monochrome images only: of a colour there is but the luminance to window.
void applyPresentation(Scan& scan, const std::filesystem::path& path) {
    if (!scan.source.photometric.starts_with("MONOCHROME")) return;
    auto found =
        findPresentation({path, scan.source.sopInstanceUid, scan.source.frame, scan.source.isSigned});
    if (!found) return;
    found->pipeline.padding = scan.pipeline.padding;
    scan.pipeline = std::move(found->pipeline);
    scan.source.presentation = std::move(found->path);
    scan.graphics = std::move(found->graphics);
    warn(scan, ScanWarning::PresentationPartial, found->isPartial);
}

Result<Scan> scanOf(DcmDataset& dataset, const std::filesystem::path& path, const ReadOptions& options) {
    const auto layout = readLayout(dataset, options.maxPixels);
    if (!layout) return failure(layout.error());
    if (options.frame < 0 || options.frame >= layout->frameCount)
        return failure(ErrorCode::InvalidArgument, "frame " + std::to_string(options.frame) + " of " +
                                                       std::to_string(layout->frameCount) + " (from 0)");
    auto pipeline = readPipeline(dataset, *layout, options.frame);
    if (!pipeline) return failure(pipeline.error());
    const auto frame = decodeFrame(dataset, *layout, options.frame);
    if (!frame) return failure(frame.error());
    auto image = greyOf(dataset, *layout, *frame);
    if (!image) return failure(image.error());

    Scan scan;
    scan.image = std::move(*image);
    scan.pipeline = std::move(*pipeline);
    scan.source = readSource(dataset, *layout, options.frame);
    scan.identity = findIdentity(dataset);
    applyPresentation(scan, path);
    const SpacingFinding spacing = findSpacing(dataset, options.frame, layout->rows, layout->columns);
    scan.geometry.spacing = spacing.spacing;
    if (scan.source.isPhantom && spacing.spacing) scan.geometry.spacing->source = SpacingSource::Phantom;
    addWarnings(scan, dataset, *layout, spacing);
    return scan;
}

} // namespace

Result<Scan> readDicom(const std::filesystem::path& path, const ReadOptions& options) {
    const auto file = loadDicom(path);
    if (!file) return failure(file.error());
    DcmDataset& dataset = *(*file)->getDataset();
    if (const Status isScan = checkIsScan(dataset); !isScan) return failure(isScan.error());
    return scanOf(dataset, path, options);
}

} // namespace vertescore
