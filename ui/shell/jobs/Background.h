// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <utility>

namespace vertescore {

/// Runs functions off the GUI thread, one after the other, and brings each answer back to it. GUI thread; the
/// destructor waits for the function under way and drops the answers.
class Background : public QObject {
    Q_OBJECT
public:
    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    /// work takes copies only: it runs on another thread. done gets its result on the GUI thread, unless this
    /// object is gone by then.
    template <class Work, class Done>
    void run(Work work, Done done) {
        m_pool.start([this, work = std::move(work), done = std::move(done)] {
            auto result = work();
            QMetaObject::invokeMethod(this, [result = std::move(result), done] { done(result); });
        });
    }

private:
    QThreadPool m_pool;
};

} // namespace vertescore
