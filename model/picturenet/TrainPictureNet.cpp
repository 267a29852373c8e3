// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/picturenet/TrainPictureNet.h"

#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

constexpr std::uint64_t kWeightStream = 102;
constexpr std::uint64_t kOrderStream = 103;
constexpr std::array<int, 5> kChannels{kPictureChannels, 8, 12, 16, 16};
constexpr int kStride = 2;
constexpr int kTaps = kPictureKernel * kPictureKernel;

/// Normal weights of variance 2 / inputs (He et al. 2015), no bias.
std::vector<float> drawnWeights(int inputs, std::size_t count, RandomStream& random) {
    std::vector<float> weights(count);
    for (float& weight : weights)
        weight = static_cast<float>(random.normal(0, std::sqrt(2.0 / inputs)));
    return weights;
}

PictureNet untrained(RandomStream& random) {
    PictureNet net;
    for (std::size_t i = 0; i + 1 < kChannels.size(); ++i) {
        const int inputs = kChannels[i], outputs = kChannels[i + 1];
        const auto count = static_cast<std::size_t>(kTaps * inputs * outputs);
        net.layers.push_back({inputs, outputs, kStride, drawnWeights(kTaps * inputs, count, random),
                              std::vector<float>(static_cast<std::size_t>(outputs), 0.0F)});
    }
    const int last = kChannels.back();
    net.dense = drawnWeights(2 * last, static_cast<std::size_t>(2 * last + 1), random);
    net.dense.back() = 0;
    return net;
}

PictureNet zeroed(PictureNet net) {
    for (PictureLayer& layer : net.layers) {
        std::fill(layer.weights.begin(), layer.weights.end(), 0.0F);
        std::fill(layer.biases.begin(), layer.biases.end(), 0.0F);
    }
    std::fill(net.dense.begin(), net.dense.end(), 0.0F);
    return net;
}

/// All numbers of a network, one array after the other.
std::vector<std::vector<float>*> arraysOf(PictureNet& net) {
    std::vector<std::vector<float>*> arrays;
    for (PictureLayer& layer : net.layers) {
        arrays.push_back(&layer.weights);
        arrays.push_back(&layer.biases);
    }
    arrays.push_back(&net.dense);
    return arrays;
}

/// From the gradient of a layer's outputs to those of its weights (added up) and of its inputs.
PictureFeatures backThrough(const PictureLayer& layer, const PictureFeatures& in, const PictureFeatures& out,
                            const PictureFeatures& outGradient, PictureLayer& gradient) {
    PictureFeatures inGradient(in.height, in.width, in.channels);
    std::array<float, 32> g{};
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            for (int o = 0; o < layer.outputs; ++o) { // of ReLU
                g[static_cast<std::size_t>(o)] = out.cell(y, x)[o] > 0 ? outGradient.cell(y, x)[o] : 0.0F;
                gradient.biases[static_cast<std::size_t>(o)] += g[static_cast<std::size_t>(o)];
            }
            for (int tap = 0; tap < kTaps; ++tap) {
                const int row = y * layer.stride + tap / kPictureKernel - 1;
                const int column = x * layer.stride + tap % kPictureKernel - 1;
                if (row < 0 || column < 0 || row >= in.height || column >= in.width) continue;
                const float* source = in.cell(row, column);
                float* target = inGradient.cell(row, column);
                for (int i = 0; i < layer.inputs; ++i) {
                    const auto at = static_cast<std::size_t>((tap * layer.inputs + i) * layer.outputs);
                    float sum = 0;
                    for (std::size_t o = 0; o < static_cast<std::size_t>(layer.outputs); ++o) {
                        gradient.weights[at + o] += source[i] * g[o];
                        sum += layer.weights[at + o] * g[o];
                    }
                    target[i] += sum;
                }
            }
        }
    return inGradient;
}

/// Gradient of the last features from that of the logit; adds up the dense layer's.
PictureFeatures backThroughPooling(const PictureNet& net, const PictureFeatures& last, float logitGradient,
                                   std::vector<float>& denseGradient) {
    PictureFeatures gradient(last.height, last.width, last.channels);
    const auto channels = static_cast<std::size_t>(last.channels);
    const std::size_t area = last.values.size() / channels;
    for (std::size_t c = 0; c < channels; ++c) {
        std::size_t largest = 0;
        float sum = 0;
        for (std::size_t k = 0; k < area; ++k) {
            const float value = last.values[k * channels + c];
            sum += value;
            if (value > last.values[largest * channels + c]) largest = k;
        }
        denseGradient[c] += logitGradient * sum / static_cast<float>(area);
        denseGradient[c + channels] += logitGradient * last.values[largest * channels + c];
        for (std::size_t k = 0; k < area; ++k)
            gradient.values[k * channels + c] = logitGradient * net.dense[c] / static_cast<float>(area);
        gradient.values[largest * channels + c] += logitGradient * net.dense[c + channels];
    }
    denseGradient.back() += logitGradient;
    return gradient;
}

/// Adds the gradient of one sample's cross entropy.
void addGradient(const PictureNet& net, const PictureFeatures& cells, bool label, PictureNet& gradient) {
    std::vector<PictureFeatures> stages{cells};
    for (const PictureLayer& layer : net.layers)
        stages.push_back(layer.apply(stages.back()));
    const auto wrong = static_cast<float>(net.probability(cells) - (label ? 1.0 : 0.0));
    PictureFeatures back = backThroughPooling(net, stages.back(), wrong, gradient.dense);
    for (std::size_t i = net.layers.size(); i-- > 0;)
        back = backThrough(net.layers[i], stages[i], stages[i + 1], back, gradient.layers[i]);
}

/// Adam (Kingma and Ba 2015) with weight decay apart from the gradient.
class Adam {
public:
    explicit Adam(const PictureNet& net) : m_mean(zeroed(net)), m_square(zeroed(net)) {}

    void step(PictureNet& net, PictureNet& gradient, double rate, std::size_t batch) {
        ++m_steps;
        const double meanBias = 1 - std::pow(0.9, m_steps);
        const double squareBias = 1 - std::pow(0.999, m_steps);
        const auto weights = arraysOf(net), gradients = arraysOf(gradient), means = arraysOf(m_mean),
                   squares = arraysOf(m_square);
        for (std::size_t a = 0; a < weights.size(); ++a)
            for (std::size_t i = 0; i < weights[a]->size(); ++i) {
                const double g = (*gradients[a])[i] / static_cast<double>(batch);
                const double mean = 0.9 * (*means[a])[i] + 0.1 * g;
                const double square = 0.999 * (*squares[a])[i] + 0.001 * g * g;
                (*means[a])[i] = static_cast<float>(mean);
                (*squares[a])[i] = static_cast<float>(square);
                const double step = mean / meanBias / (std::sqrt(square / squareBias) + 1e-8);
                float& weight = (*weights[a])[i];
                weight -= static_cast<float>(rate * (step + 1e-3 * static_cast<double>(weight)));
            }
    }

private:
    PictureNet m_mean;
    PictureNet m_square;
    int m_steps = 0;
};

/// Mirrored every other time, with the scanned greys dimmed or brightened; unscanned stays black.
PictureFeatures varied(const PictureFeatures& cells, RandomStream& random) {
    const bool isMirrored = random.chance(0.5);
    const double gain = random.chance(0.5) ? 1.0 : random.uniform(0.6, 1.4);
    PictureFeatures result = cells;
    for (int y = 0; y < cells.height; ++y)
        for (int x = 0; x < cells.width; ++x) {
            const float* source = cells.cell(y, isMirrored ? cells.width - 1 - x : x);
            for (int c = 0; c < cells.channels; ++c)
                result.cell(y, x)[c] = std::min(1.0F, source[c] * static_cast<float>(gain));
        }
    return result;
}

void shuffle(std::vector<std::size_t>& order, RandomStream& random) {
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[static_cast<std::size_t>(random.integer(0, static_cast<int>(i) - 1))]);
}

} // namespace

Result<PictureNet> trainPictureNet(const PictureSamples& samples, const PictureTraining& training,
                                   const std::function<void(int)>& epochDone, std::stop_token stop) {
    if (samples.cells.empty()) return failure(ErrorCode::InvalidArgument, "no samples to learn from");
    RandomStream weightRandom(training.seed, 0, kWeightStream);
    RandomStream random(training.seed, 0, kOrderStream);
    PictureNet net = untrained(weightRandom);
    net.question = samples.question;
    Adam adam(net);
    std::vector<std::size_t> order(samples.cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto batch = static_cast<std::size_t>(training.batch);
    for (int epoch = 0; epoch < training.epochs && !stop.stop_requested(); ++epoch) {
        const double left = 1 - static_cast<double>(epoch) / training.epochs;
        shuffle(order, random);
        for (std::size_t from = 0; from < order.size(); from += batch) {
            const std::size_t to = std::min(order.size(), from + batch);
            PictureNet gradient = zeroed(net);
            for (std::size_t i = from; i < to; ++i)
                addGradient(net, varied(samples.cells[order[i]], random), samples.isYes[order[i]], gradient);
            adam.step(net, gradient, training.learningRate * left * left, to - from);
        }
        epochDone(epoch + 1);
    }
    return net;
}

} // namespace vertescore
