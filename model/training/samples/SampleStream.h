// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/samples/Augment.h"
#include "model/training/scans/ScanSource.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace vertescore {

struct SampleStreamOptions {
    int width = 128; ///< of a sample, pixels
    int height = 256;
    std::uint64_t seed = 1;
    std::uint64_t pool = 2048; ///< scans among which a sample is drawn; the window moves on slowly
    std::uint64_t reuse = 6;   ///< samples per new scan
    AugmentOptions augment;
};

/// The endless sequence of training samples. The n-th is the same whatever was asked before and on whatever
/// thread: training resumes exactly by going on at the right number. Scans are kept, reduced, while they may
/// be drawn again.
class SampleStream {
public:
    /// source outlives the stream.
    SampleStream(const ScanSource& source, const SampleStreamOptions& options);
    TrainingSample sample(std::uint64_t number); ///< any thread
    const SampleStreamOptions& options() const { return m_options; }

private:
    struct Reduced {
        DisplayImage picture;
        ScanTargets targets;
        AnteriorSide anterior = AnteriorSide::Right;
    };
    std::shared_ptr<const Reduced> reduced(std::uint64_t index, std::uint64_t oldest);

    const ScanSource& m_source;
    SampleStreamOptions m_options;
    std::mutex m_mutex;
    std::map<std::uint64_t, std::shared_ptr<const Reduced>>
        m_kept; ///< shared: a sample may outlive its place here
};

/// Batches made ahead by worker threads and handed out in order.
class BatchLoader {
public:
    /// stream outlives the loader. firstBatch: the number of the first batch to hand out.
    BatchLoader(SampleStream& stream, std::size_t batch, int threads, std::uint64_t firstBatch);
    ~BatchLoader(); ///< waits for the workers' current sample
    BatchLoader(const BatchLoader&) = delete;
    BatchLoader& operator=(const BatchLoader&) = delete;

    std::vector<TrainingSample> next(); ///< one thread

private:
    void work(const std::stop_token& stop);

    SampleStream& m_stream;
    std::size_t m_batch;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::uint64_t, std::vector<TrainingSample>> m_ready;
    std::uint64_t m_nextToMake;
    std::uint64_t m_nextToGive;
    std::vector<std::jthread> m_workers;
};

} // namespace vertescore
