// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/samples/SampleStream.h"

#include "model/Resample.h"

namespace vertescore {
namespace {

constexpr std::uint64_t kBatchesAhead = 4;

} // namespace

SampleStream::SampleStream(const ScanSource& source, const SampleStreamOptions& options)
    : m_source(source), m_options(options) {}

TrainingSample SampleStream::sample(std::uint64_t number) {
    SampleRandom random(m_options.seed, number);
    const auto count = m_source.count();
    const std::uint64_t oldest = count ? 0 : number / m_options.reuse;
    const std::uint64_t index = oldest + random.below(count ? *count : m_options.pool);
    const auto scan = reduced(index, oldest);
    return augmentedSample(scan->picture, scan->targets, scan->anterior, m_options.width, m_options.height,
                           m_options.augment, random);
}

std::shared_ptr<const SampleStream::Reduced> SampleStream::reduced(std::uint64_t index,
                                                                   std::uint64_t oldest) {
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto found = m_kept.find(index); found != m_kept.end()) return found->second;
    }
    const TrainingScan scan = m_source.scan(index);
    // Half as fine again as a sample: a crop still finds detail, and thousands fit into memory.
    const auto made = std::make_shared<const Reduced>(
        Reduced{resizedGrey(scan.picture, m_options.width * 3 / 2, m_options.height * 3 / 2), targetsOf(scan),
                scan.truth.anterior});
    const std::scoped_lock lock(m_mutex);
    m_kept.erase(m_kept.begin(), m_kept.lower_bound(oldest));
    return m_kept.emplace(index, made).first->second;
}

BatchLoader::BatchLoader(SampleStream& stream, std::size_t batch, int threads, std::uint64_t firstBatch)
    : m_stream(stream), m_batch(batch), m_nextToMake(firstBatch), m_nextToGive(firstBatch) {
    for (int i = 0; i < threads; ++i)
        m_workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

BatchLoader::~BatchLoader() {
    for (std::jthread& worker : m_workers)
        worker.request_stop();
    m_changed.notify_all();
}

void BatchLoader::work(const std::stop_token& stop) {
    while (true) {
        std::uint64_t number = 0;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_nextToMake < m_nextToGive + kBatchesAhead; }))
                return;
            number = m_nextToMake++;
        }
        std::vector<TrainingSample> samples;
        for (std::size_t i = 0; i < m_batch && !stop.stop_requested(); ++i)
            samples.push_back(m_stream.sample(number * m_batch + i));
        if (stop.stop_requested()) return;
        const std::scoped_lock lock(m_mutex);
        m_ready.emplace(number, std::move(samples));
        m_changed.notify_all();
    }
}

std::vector<TrainingSample> BatchLoader::next() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ready.contains(m_nextToGive); });
    auto node = m_ready.extract(m_nextToGive++);
    m_changed.notify_all();
    return std::move(node.mapped());
}

} // namespace vertescore
