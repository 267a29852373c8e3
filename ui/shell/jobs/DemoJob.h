// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/shell/jobs/Background.h"

#include <QObject>

#include <filesystem>
#include <functional>

namespace vertescore {

/// Makes the demo study in a folder, or finds it there; answers with its file. Called on a thread of its own.
using DemoFactory = std::function<Result<std::filesystem::path>(const std::filesystem::path& folder,
                                                                const std::function<void(double)>& progress)>;

/// Makes the demo study in the background. GUI thread; the destructor waits for the factory.
class DemoJob : public QObject {
    Q_OBJECT
public:
    explicit DemoJob(DemoFactory factory, QObject* parent = nullptr);

    void start(const std::filesystem::path& folder); ///< does nothing while running
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(double share);
    void finished(const std::filesystem::path& study);
    void failed(const vertescore::Error& error);

private:
    DemoFactory m_factory;
    bool m_isRunning = false;
    Background m_background; ///< the first to go: what runs uses the factory
};

} // namespace vertescore
