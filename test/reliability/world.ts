import { asInstant } from '../../shared/domain/london.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import { dice, type Fault, type FaultKind, type Service } from './faults.ts';
import { Turns } from './turns.ts';

/** A worker process: one invocation of a function. */
export type Worker = { id: string; newId(): string; die(): void };

/** How a worker ended. */
export type End<T> = { value: T } | { error: unknown } | 'crashed';

/** A call to another service: its effect, and the errors with which that service says no. */
export type Call<T> = {
  effect(): Promise<T>;
  throttle(kind: 'throttled' | 'conflict'): Error;
  refuse?(): Error;
  stale?(): T;
  partly?(): Promise<T>;
};

type Strike = { service: Service; kind: FaultKind; struck(): void };
type Task = { at: number; order: number; run(): Promise<unknown> };

const minute = 60_000;
const never = new Promise<never>(() => undefined);
const lostReply = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/**
 * Time, chance and mischief: a clock that moves from one task to the next, workers that can die, and every external call numbered as
 * it happens, so that a schedule of faults names the same moments in every run. With a `seed` the workers of the same minute run
 * interleaved, one call at a time in an order that the seed decides; without one they run one after another.
 */
export class World {
  readonly calls: Service[] = [];
  readonly clock: Clock = { now: () => asInstant(new Date(this.#now).toISOString()) };
  readonly doubled: boolean;
  readonly #faults: Map<number, FaultKind>;
  #strikes: Strike[] = [];
  readonly #turns: Turns | undefined;
  readonly #running = new Set<Promise<unknown>>();
  #tasks: Task[] = [];
  #now = 0;
  #order = 0;
  #workers = 0;
  #window = Number.NEGATIVE_INFINITY;

  constructor(faults: Fault[], seed?: number) {
    this.#faults = new Map(faults.map(({ at, kind }) => [at, kind]));
    this.doubled = seed !== undefined;
    this.#turns = seed === undefined ? undefined : new Turns(dice(seed));
  }

  /** Runs something at a moment, or as soon after it as its turn comes. */
  at(moment: number, run: () => Promise<unknown>): void {
    if (this.#turns && moment <= this.#window) this.#start(run);
    else this.#tasks.push({ at: moment, order: this.#order++, run });
  }

  after(milliseconds: number, run: () => Promise<unknown>): void {
    this.at(this.#now + milliseconds, run);
  }

  get now(): number {
    return this.#now;
  }

  /** Is nothing waiting to happen? */
  get idle(): boolean {
    return this.#tasks.length === 0;
  }

  /** Lets everything happen that is to happen. */
  async live(): Promise<void> {
    while (this.#tasks.length > 0) {
      this.#tasks.sort((one, other) => one.at - other.at || one.order - other.order);
      const [first] = this.#tasks as [Task];
      this.#now = Math.max(this.#now, first.at);
      if (!this.#turns) {
        this.#tasks.shift();
        await first.run();
        continue;
      }
      this.#window = this.#now + minute / 2;
      const together = this.#tasks.filter(({ at }) => at <= this.#window);
      this.#tasks = this.#tasks.filter(({ at }) => at > this.#window);
      for (const { run } of together) this.#start(run);
      while (this.#running.size > 0) await Promise.race(this.#running);
      this.#window = Number.NEGATIVE_INFINITY;
    }
  }

  #start(run: () => Promise<unknown>): void {
    const running = run().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Runs a worker until it ends or dies. */
  async work<T>(run: (worker: Worker) => Promise<T>): Promise<End<T>> {
    const { promise: death, resolve } = Promise.withResolvers<'crashed'>();
    const id = `worker-${++this.#workers}`;
    let ids = 0;
    const worker: Worker = {
      id,
      newId: () => `${id}-${++ids}`,
      die: () => resolve('crashed'),
    };
    this.#turns?.enter();
    const ended = run(worker).then(
      (value): End<T> => ({ value }),
      (error): End<T> => ({ error }),
    );
    const end = await Promise.race([ended, death]);
    this.#turns?.leave();
    return end;
  }

  /** One external call of a worker, with whatever the schedule has in store for it. */
  async call<T>(worker: Worker, service: Service, call: Call<T>): Promise<T> {
    await this.#turns?.mine(worker.id);
    switch (this.#next(service)) {
      case 'fails-before':
        throw lostReply();
      case 'fails-after':
        await call.effect().catch(() => undefined);
        throw lostReply();
      case 'crash-before':
        worker.die();
        return never;
      case 'crash-after':
        await call.effect().catch(() => undefined);
        worker.die();
        return never;
      case 'throttled':
        throw call.throttle('throttled');
      case 'conflict':
        throw call.throttle('conflict');
      case 'refused':
        throw call.refuse!();
      case 'stale':
        return call.stale!();
      case 'partly':
        return call.partly!();
      default:
        return call.effect();
    }
  }

  /** The next call of a service that nothing else has in store goes wrong, whatever its number. */
  strike(service: Service, kind: FaultKind, struck: () => void = () => undefined): void {
    this.#strikes.push({ service, kind, struck });
  }

  /** What has not gone wrong by now does not go wrong. */
  calm(): void {
    this.#strikes = [];
  }

  /** A call of somebody to whom nothing happens here, such as liaison staff: it takes its turn and is not counted. */
  async safely<T>(worker: Worker, effect: () => Promise<T>): Promise<T> {
    await this.#turns?.mine(worker.id);
    return effect();
  }

  /** An event on its way: delivered, unless it is lost, delayed past the sweeper's patience, or doubled. */
  publish(deliver: () => void): void {
    const fault = this.#next('event');
    if (fault === 'lost') return;
    if (fault === 'delayed') this.after(5 * 60 * minute, async () => deliver());
    else for (let copies = fault === 'doubled' ? 2 : 1; copies > 0; copies--) deliver();
  }

  #next(service: Service): FaultKind | undefined {
    const scheduled = this.#faults.get(this.calls.push(service) - 1);
    if (scheduled) return scheduled;
    const at = this.#strikes.findIndex((each) => each.service === service);
    if (at < 0) return undefined;
    const [{ kind, struck }] = this.#strikes.splice(at, 1) as [Strike];
    struck();
    return kind;
  }
}
