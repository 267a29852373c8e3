// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// One function for each reader of bytes from outside. Each takes any bytes at all and comes back: what is
/// wrong with the bytes is told through Result, which is not looked at further than a target says. A broken
/// promise ends the program (expect()). One thread.
namespace vertescore::fuzz {

using Bytes = std::string_view;

void agreement(Bytes bytes);    ///< ratings CSV and resampling indices, through the whole report
void deidentify(Bytes bytes);   ///< DICOM, through to the copy without identity
void dicom(Bytes bytes);        ///< DICOM scans
void landmarks(Bytes bytes);    ///< landmark files of every format, our own JSON among them
void presentation(Bytes bytes); ///< a presentation state beside a scan
void raster(Bytes bytes);       ///< PNG, JPEG, TIFF
void ratings(Bytes bytes);      ///< readings of every form
void report(Bytes bytes);       ///< structured reports
void structure(Bytes bytes);    ///< what is looked at before the DICOM library may read
void study(Bytes bytes);        ///< study files: opened, verified, looked through, merged
void tensors(Bytes bytes);      ///< safetensors, training bundles
void texts(Bytes bytes);        ///< the smaller ones: training logs, metadata of weights, labels, secrets
void zip(Bytes bytes);          ///< zip archives, and the scans in them

} // namespace vertescore::fuzz
