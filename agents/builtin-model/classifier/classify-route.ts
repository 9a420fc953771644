import { team } from '@/agents/team';
import { processGlobal } from '@/lib/process-global';
import { featuresOf } from './features';
import { trainedOn, type Utterance } from './kept-training';
import { type LinearModel, scoresOf, shuffledOrder, softmax } from './logistic-regression';
import { type Route, readExamples, routes } from './read-examples';

export interface RouteGuess {
  route: Route;
  /** Calibrated probability of `route`, 0 to 1. */
  confidence: number;
  scores: Record<Route, number>;
}

interface RouteModel {
  /** The last answer: a turn asks for the same message several times. */
  last?: { text: string; guess: RouteGuess };
  routes: Route[];
  linear: LinearModel;
  temperature: number;
}

function utterancesOf(routes: Route[]): Utterance[] {
  return routes.flatMap((route, label) => readExamples(route).map((text) => ({ text, label })));
}

/**
 * The temperature that makes held-out probabilities most likely (Guo et al. 2017, "On Calibration
 * of Modern Neural Networks"): trained on four fifths of the examples, fitted on the rest.
 */
function fitTemperature(utterances: Utterance[], classes: number): number {
  const order = shuffledOrder(utterances.length, 7);
  const ordered = order.flatMap((at) => utterances[at] ?? []);
  const cut = Math.floor(ordered.length * 0.8);
  const model = trainedOn(ordered.slice(0, cut), { classes });
  const heldOut = ordered
    .slice(cut)
    .map(({ text, label }) => ({ scores: scoresOf(model, featuresOf(text)), label }));
  const loss = (temperature: number) =>
    heldOut.reduce((sum, { scores, label }) => {
      return sum - Math.log(Math.max(softmax(scores, temperature)[label] ?? 0, 1e-9));
    }, 0);
  const candidates = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.7, 2, 2.5, 3];
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best));
}

function trainRouteModel(routes: Route[]): RouteModel {
  const utterances = utterancesOf(routes);
  const classes = routes.length;
  return {
    routes,
    linear: trainedOn(utterances, { classes }),
    temperature: fitTemperature(utterances, classes),
  };
}

/** Trains the classifier unless this process has it already; call it before people wait for it. */
export function warmUpClassifier(): void {
  routeModel();
}

/** Trained once for each set of examples that a team of this process has. */
function routeModel(): RouteModel {
  const models = processGlobal('route-models', () => new Map<string, RouteModel>());
  const key = team().examplesKey;
  const model = models.get(key) ?? trainRouteModel(routes());
  models.set(key, model);
  return model;
}

/**
 * Which specialist a message is for, in English or Chinese, without a language model. The first
 * call of a process trains the model from the example files, or reads what was trained before.
 */
export function classifyRoute(text: string): RouteGuess {
  const model = routeModel();
  if (model.last?.text === text) return model.last.guess;
  const { linear, temperature, routes: names } = model;
  const probabilities = softmax(scoresOf(linear, featuresOf(text)), temperature);
  const confidence = Math.max(...probabilities);
  const route = names[probabilities.indexOf(confidence)] ?? 'none';
  const scores = Object.fromEntries(names.map((name, at) => [name, probabilities[at] ?? 0]));
  const guess = { route, confidence, scores };
  model.last = { text, guess };
  return guess;
}
