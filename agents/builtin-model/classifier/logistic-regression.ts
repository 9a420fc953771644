import { type FeatureVector, featureCount } from './features';

/** A feature vector with the number of its class. */
export interface Sample {
  features: FeatureVector;
  label: number;
}

export interface LinearModel {
  /** One weight vector per class. */
  weights: Float32Array[];
  biases: Float32Array;
}

interface Settings {
  classes: number;
  epochs?: number;
  learningRate?: number;
  /** Share by which a weight shrinks at each touch (L2). */
  decay?: number;
}

/** Raw class scores; `softmax` makes probabilities of them. */
export function scoresOf(model: LinearModel, { indices, values }: FeatureVector): number[] {
  return model.weights.map((weights, label) => {
    let sum = model.biases[label] ?? 0;
    for (let at = 0; at < indices.length; at++) {
      sum += (weights[indices[at] ?? 0] ?? 0) * (values[at] ?? 0);
    }
    return sum;
  });
}

/** Probabilities of raw scores; a temperature above 1 makes them less sure. */
export function softmax(scores: number[], temperature = 1): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** A repeatable order of 0..count-1 (Fisher-Yates over a linear congruential generator). */
export function shuffledOrder(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let state = seed >>> 0;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}

/**
 * Multinomial logistic regression by stochastic gradient descent with AdaGrad steps
 * (Duchi, Hazan and Singer 2011). Deterministic: the same samples give the same model.
 */
export function trainLogisticRegression(samples: Sample[], settings: Settings): LinearModel {
  const { classes, epochs = 6, learningRate = 0.6, decay = 2e-4 } = settings;
  const model: LinearModel = {
    weights: Array.from({ length: classes }, () => new Float32Array(featureCount)),
    biases: new Float32Array(classes),
  };
  const squares = Array.from({ length: classes }, () => new Float32Array(featureCount));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of shuffledOrder(samples.length, epoch + 1)) {
      const sample = samples[at];
      if (sample) step(model, squares, sample, { learningRate, decay });
    }
  }
  return model;
}

function step(
  model: LinearModel,
  squares: Float32Array[],
  { features, label }: Sample,
  { learningRate, decay }: { learningRate: number; decay: number },
): void {
  const probabilities = softmax(scoresOf(model, features));
  const { indices, values } = features;
  for (const [each, weights] of model.weights.entries()) {
    const error = (probabilities[each] ?? 0) - (each === label ? 1 : 0);
    const seen = squares[each];
    if (!seen || Math.abs(error) < 1e-4) continue;
    for (let at = 0; at < indices.length; at++) {
      const index = indices[at] ?? 0;
      const weight = weights[index] ?? 0;
      const gradient = error * (values[at] ?? 0) + decay * weight;
      const sum = (seen[index] ?? 0) + gradient * gradient;
      seen[index] = sum;
      weights[index] = weight - (learningRate * gradient) / (Math.sqrt(sum) + 1e-6);
    }
    model.biases[each] = (model.biases[each] ?? 0) - 0.02 * error;
  }
}
