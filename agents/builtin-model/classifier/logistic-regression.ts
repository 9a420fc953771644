import { type FeatureVector, featureCount } from './features';

/** A feature vector with the number of its class. */
export interface Sample {
  features: FeatureVector;
  label: number;
}

export interface LinearModel {
  classes: number;
  /**
   * The weight of feature f for class c at `f * classes + c`: what one feature says of all classes
   * lies side by side, for a step that jumped between one vector per class would mostly wait for memory.
   */
  weights: Float32Array;
  /** One number per class. */
  biases: Float32Array;
}

export interface Settings {
  classes: number;
  epochs?: number;
  learningRate?: number;
  /** Share by which a weight shrinks at each touch (L2). */
  decay?: number;
}

/** Raw class scores; `softmax` makes probabilities of them. */
export function scoresOf(model: LinearModel, { indices, values }: FeatureVector): number[] {
  const { classes, weights } = model;
  const scores = Array.from(model.biases);
  for (let at = 0; at < indices.length; at++) {
    const first = (indices[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let label = 0; label < classes; label++) {
      scores[label] = (scores[label] ?? 0) + (weights[first + label] ?? 0) * value;
    }
  }
  return scores;
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
    classes,
    weights: new Float32Array(featureCount * classes),
    biases: new Float32Array(classes),
  };
  const squares = new Float32Array(model.weights.length);
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
  squares: Float32Array,
  { features, label }: Sample,
  { learningRate, decay }: { learningRate: number; decay: number },
): void {
  const { classes, weights, biases } = model;
  const { indices, values } = features;
  const errors = softmax(scoresOf(model, features));
  errors[label] = (errors[label] ?? 0) - 1;
  for (let at = 0; at < indices.length; at++) {
    const first = (indices[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let each = 0; each < classes; each++) {
      const error = errors[each] ?? 0;
      if (isNegligible(error)) continue;
      const index = first + each;
      const weight = weights[index] ?? 0;
      const gradient = error * value + decay * weight;
      const sum = (squares[index] ?? 0) + gradient * gradient;
      squares[index] = sum;
      weights[index] = weight - (learningRate * gradient) / (Math.sqrt(sum) + 1e-6);
    }
  }
  for (const [each, error] of errors.entries()) {
    if (!isNegligible(error)) biases[each] = (biases[each] ?? 0) - 0.02 * error;
  }
}

/** A class that is as good as right about a sample learns nothing from it. */
function isNegligible(error: number): boolean {
  return Math.abs(error) < 1e-4;
}
