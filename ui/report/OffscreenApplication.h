// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QApplication;

namespace vertescore {

/// Lets a program without a window draw pictures and pages: a Qt application on the offscreen platform,
/// whatever the display. Does nothing where a Qt application is running already. Make it on the main thread
/// before drawing and keep it while drawing; one at a time. Starting takes about 50 ms, so make it only when
/// there is something to draw.
class OffscreenApplication {
public:
    OffscreenApplication();
    ~OffscreenApplication();
    OffscreenApplication(const OffscreenApplication&) = delete;
    OffscreenApplication& operator=(const OffscreenApplication&) = delete;

private:
    std::unique_ptr<QApplication> m_application;
};

} // namespace vertescore
