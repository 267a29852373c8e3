// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detection/LandmarkDetector.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stdexcept>

namespace vertescore::test {

/// What a FakeDetector does and saw; shared with the test, which outlives it. Any thread.
class FakeDetectorScript {
public:
    std::function<Result<Detection>()> answer; ///< set before the first run

    /// While closed, detect() waits for open() or for being asked to stop.
    void close() { set(false); }
    void open() { set(true); }
    int runs() const {
        const std::lock_guard lock(m_mutex);
        return m_runs;
    }
    std::optional<AnteriorSide> lastAnterior() const {
        const std::lock_guard lock(m_mutex);
        return m_lastAnterior;
    }

    Result<Detection> run(const DetectionOptions& options) {
        std::unique_lock lock(m_mutex);
        ++m_runs;
        m_lastAnterior = options.anterior;
        if (options.progress) options.progress(0.5);
        m_changed.wait(lock, options.stop, [this] { return m_isOpen; });
        if (options.stop.stop_requested()) return failure(ErrorCode::Cancelled);
        return answer();
    }

private:
    void set(bool isOpen) {
        {
            const std::lock_guard lock(m_mutex);
            m_isOpen = isOpen;
        }
        m_changed.notify_all();
    }

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isOpen = true;
    int m_runs = 0;
    std::optional<AnteriorSide> m_lastAnterior;
};

/// A network of the test's making, without weights.
class FakeDetector : public LandmarkDetector {
public:
    explicit FakeDetector(FakeDetectorScript& script) : m_script(script) {}
    DetectionModel model() const override { return {"FakeNet", std::string(64, 'a'), "cpu", "fp32"}; }
    Result<Detection> detect(const DisplayImage&, const DetectionOptions& options) override {
        return m_script.run(options);
    }

private:
    FakeDetectorScript& m_script;
};

} // namespace vertescore::test
