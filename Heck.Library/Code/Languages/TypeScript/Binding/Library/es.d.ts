// What the binder knows of the language's library: enough to follow a type through the calls that programs make most.
type PropertyKey = string | number | symbol;
interface Object { toString(): string; toLocaleString(): string; valueOf(): Object; hasOwnProperty(v: PropertyKey): boolean; isPrototypeOf(v: Object): boolean; propertyIsEnumerable(v: PropertyKey): boolean; constructor: Function }
interface ObjectConstructor {
  (value?: any): any;
  keys(o: {}): string[];
  values<T>(o: { [s: string]: T } | ArrayLike<T>): T[];
  entries<T>(o: { [s: string]: T } | ArrayLike<T>): [string, T][];
  fromEntries<T>(entries: Iterable<readonly [PropertyKey, T]>): { [k: string]: T };
  assign<T, U>(target: T, source: U): T & U;
  assign<T, U, V>(target: T, a: U, b: V): T & U & V;
  freeze<T>(o: T): Readonly<T>;
  seal<T>(o: T): T;
  create(o: object | null, properties?: any): any;
  getPrototypeOf(o: any): any;
  setPrototypeOf(o: any, proto: object | null): any;
  getOwnPropertyNames(o: any): string[];
  getOwnPropertySymbols(o: any): symbol[];
  getOwnPropertyDescriptor(o: any, p: PropertyKey): PropertyDescriptor | undefined;
  defineProperty<T>(o: T, p: PropertyKey, attributes: PropertyDescriptor): T;
  defineProperties<T>(o: T, properties: any): T;
  is(a: any, b: any): boolean;
  isFrozen(o: any): boolean;
  hasOwn(o: object, v: PropertyKey): boolean;
  groupBy(items: any, by: any): any;
}
declare var Object: ObjectConstructor;
interface PropertyDescriptor { configurable?: boolean; enumerable?: boolean; value?: any; writable?: boolean; get?(): any; set?(v: any): void }
interface Function { apply(self: any, args?: any): any; call(self: any, ...args: any[]): any; bind(self: any, ...args: any[]): any; toString(): string; prototype: any; readonly length: number; readonly name: string }
interface FunctionConstructor { new (...args: string[]): Function; (...args: string[]): Function; readonly prototype: Function }
declare var Function: FunctionConstructor;
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments { [index: number]: any; length: number }
declare var arguments: IArguments;
interface String {
  toString(): string; charAt(pos: number): string; charCodeAt(i: number): number; codePointAt(i: number): number | undefined; concat(...s: string[]): string; indexOf(s: string, from?: number): number;
  lastIndexOf(s: string, from?: number): number; localeCompare(s: string, locales?: any, options?: any): number; match(r: string | RegExp): RegExpMatchArray | null; matchAll(r: RegExp): IterableIterator<RegExpMatchArray>;
  replace(s: string | RegExp, by: string): string; replace(s: string | RegExp, by: (match: string, ...args: any[]) => string): string; replaceAll(s: string | RegExp, by: string): string;
  replaceAll(s: string | RegExp, by: (match: string, ...args: any[]) => string): string; search(r: string | RegExp): number; slice(a?: number, b?: number): string; split(s: string | RegExp, limit?: number): string[];
  substring(a: number, b?: number): string; substr(a: number, b?: number): string; toLowerCase(): string; toUpperCase(): string; toLocaleLowerCase(): string; toLocaleUpperCase(): string; trim(): string; trimStart(): string; trimEnd(): string;
  padStart(n: number, s?: string): string; padEnd(n: number, s?: string): string; repeat(n: number): string; startsWith(s: string, at?: number): boolean; endsWith(s: string, at?: number): boolean; includes(s: string, at?: number): boolean;
  normalize(form?: string): string; at(i: number): string | undefined; readonly length: number; valueOf(): string; [index: number]: string;
}
interface StringConstructor { new (value?: any): String; (value?: any): string; fromCharCode(...codes: number[]): string; fromCodePoint(...codes: number[]): string; raw(t: any, ...args: any[]): string }
declare var String: StringConstructor;
interface Number { toString(radix?: number): string; toFixed(n?: number): string; toExponential(n?: number): string; toPrecision(n?: number): string; valueOf(): number; toLocaleString(): string }
interface NumberConstructor { new (value?: any): Number; (value?: any): number; readonly MAX_VALUE: number; readonly MIN_VALUE: number; readonly NaN: number; readonly POSITIVE_INFINITY: number; readonly NEGATIVE_INFINITY: number; readonly EPSILON: number; readonly MAX_SAFE_INTEGER: number; readonly MIN_SAFE_INTEGER: number; isFinite(n: unknown): boolean; isInteger(n: unknown): boolean; isNaN(n: unknown): boolean; isSafeInteger(n: unknown): boolean; parseFloat(s: string): number; parseInt(s: string, radix?: number): number }
declare var Number: NumberConstructor;
interface Boolean { valueOf(): boolean }
interface BooleanConstructor { new (value?: any): Boolean; (value?: any): boolean }
declare var Boolean: BooleanConstructor;
interface Symbol { toString(): string; readonly description: string | undefined }
interface SymbolConstructor { (d?: string | number): symbol; for(key: string): symbol; keyFor(s: symbol): string | undefined; readonly iterator: symbol; readonly asyncIterator: symbol; readonly hasInstance: symbol; readonly toPrimitive: symbol; readonly toStringTag: symbol; readonly species: symbol; readonly dispose: symbol; readonly asyncDispose: symbol }
declare var Symbol: SymbolConstructor;
declare function BigInt(v: any): bigint;
declare function parseInt(s: string, radix?: number): number;
declare function parseFloat(s: string): number;
declare function isNaN(n: number): boolean;
declare function isFinite(n: number): boolean;
declare function encodeURIComponent(s: any): string;
declare function decodeURIComponent(s: string): string;
declare function encodeURI(s: string): string;
declare function decodeURI(s: string): string;
declare function structuredClone<T>(value: T, options?: any): T;
declare function queueMicrotask(callback: () => void): void;
declare var NaN: number;
declare var Infinity: number;

interface Iterator<T, R = any, N = any> { next(...args: any[]): IteratorResult<T, R>; return?(value?: any): IteratorResult<T, R>; throw?(e?: any): IteratorResult<T, R> }
interface IteratorYieldResult<T> { done?: false; value: T }
interface IteratorReturnResult<T> { done: true; value: T }
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterable<T, R = any, N = any> { [Symbol.iterator](): Iterator<T, R, N> }
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> { toArray(): T[] }
interface IteratorObject<T, R = any, N = any> extends Iterator<T, R, N> {}
interface ArrayIterator<T> extends IterableIterator<T> {}
interface Generator<T = unknown, R = any, N = any> extends Iterator<T, R, N> {}
interface AsyncIterator<T, R = any, N = any> { next(...args: any[]): Promise<IteratorResult<T, R>>; return?(value?: any): Promise<IteratorResult<T, R>>; throw?(e?: any): Promise<IteratorResult<T, R>> }
interface AsyncIterable<T, R = any, N = any> { [Symbol.asyncIterator](): AsyncIterator<T, R, N> }
interface AsyncIterableIterator<T, R = any, N = any> extends AsyncIterator<T, R, N> {}
interface AsyncGenerator<T = unknown, R = any, N = any> extends AsyncIterator<T, R, N> {}

interface ArrayLike<T> { readonly length: number; readonly [n: number]: T }
interface ConcatArray<T> { readonly length: number; readonly [n: number]: T }
interface ReadonlyArray<T> {
  readonly length: number; readonly [n: number]: T; toString(): string; toLocaleString(): string;
  concat(...items: (T | readonly T[])[]): T[]; join(separator?: string): string; slice(start?: number, end?: number): T[]; indexOf(item: T, from?: number): number; lastIndexOf(item: T, from?: number): number; includes(item: T, from?: number): boolean; at(i: number): T | undefined;
  every<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, self?: any): boolean; every(predicate: (value: T, index: number, array: readonly T[]) => unknown, self?: any): boolean;
  some(predicate: (value: T, index: number, array: readonly T[]) => unknown, self?: any): boolean; forEach(callback: (value: T, index: number, array: readonly T[]) => void, self?: any): void;
  map<U>(callback: (value: T, index: number, array: readonly T[]) => U, self?: any): U[];
  filter<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, self?: any): S[]; filter(predicate: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T[];
  reduce(callback: (previous: T, current: T, index: number, array: readonly T[]) => T): T; reduce<U>(callback: (previous: U, current: T, index: number, array: readonly T[]) => U, initial: U): U;
  reduceRight(callback: (previous: T, current: T, index: number, array: readonly T[]) => T): T; reduceRight<U>(callback: (previous: U, current: T, index: number, array: readonly T[]) => U, initial: U): U;
  find(predicate: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T | undefined; findIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown, self?: any): number;
  findLast(predicate: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T | undefined; findLastIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown, self?: any): number;
  entries(): IterableIterator<[number, T]>; keys(): IterableIterator<number>; values(): IterableIterator<T>; flat(depth?: number): any[]; flatMap<U>(callback: (value: T, index: number, array: readonly T[]) => U | readonly U[], self?: any): U[];
  toSorted(compare?: (a: T, b: T) => number): T[]; toReversed(): T[]; toSpliced(start: number, count?: number, ...items: T[]): T[]; with(i: number, value: T): T[];
}
interface Array<T> {
  length: number; [n: number]: T; toString(): string; toLocaleString(): string; pop(): T | undefined; push(...items: T[]): number; shift(): T | undefined; unshift(...items: T[]): number; reverse(): T[]; splice(start: number, count?: number, ...items: T[]): T[];
  sort(compare?: (a: T, b: T) => number): T[]; fill(value: T, start?: number, end?: number): T[]; copyWithin(target: number, start: number, end?: number): T[];
  concat(...items: (T | readonly T[])[]): T[]; join(separator?: string): string; slice(start?: number, end?: number): T[]; indexOf(item: T, from?: number): number; lastIndexOf(item: T, from?: number): number; includes(item: T, from?: number): boolean; at(i: number): T | undefined;
  every<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, self?: any): boolean; every(predicate: (value: T, index: number, array: T[]) => unknown, self?: any): boolean;
  some(predicate: (value: T, index: number, array: T[]) => unknown, self?: any): boolean; forEach(callback: (value: T, index: number, array: T[]) => void, self?: any): void;
  map<U>(callback: (value: T, index: number, array: T[]) => U, self?: any): U[];
  filter<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, self?: any): S[]; filter(predicate: (value: T, index: number, array: T[]) => unknown, self?: any): T[];
  reduce(callback: (previous: T, current: T, index: number, array: T[]) => T): T; reduce<U>(callback: (previous: U, current: T, index: number, array: T[]) => U, initial: U): U;
  reduceRight(callback: (previous: T, current: T, index: number, array: T[]) => T): T; reduceRight<U>(callback: (previous: U, current: T, index: number, array: T[]) => U, initial: U): U;
  find<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, self?: any): S | undefined; find(predicate: (value: T, index: number, array: T[]) => unknown, self?: any): T | undefined; findIndex(predicate: (value: T, index: number, array: T[]) => unknown, self?: any): number;
  findLast(predicate: (value: T, index: number, array: T[]) => unknown, self?: any): T | undefined; findLastIndex(predicate: (value: T, index: number, array: T[]) => unknown, self?: any): number;
  entries(): IterableIterator<[number, T]>; keys(): IterableIterator<number>; values(): IterableIterator<T>; flat(depth?: number): any[]; flatMap<U>(callback: (value: T, index: number, array: T[]) => U | readonly U[], self?: any): U[];
  toSorted(compare?: (a: T, b: T) => number): T[]; toReversed(): T[]; toSpliced(start: number, count?: number, ...items: T[]): T[]; with(i: number, value: T): T[];
}
interface ArrayConstructor { new <T>(...items: T[]): T[]; <T>(...items: T[]): T[]; isArray(v: any): boolean; from<T>(items: Iterable<T> | ArrayLike<T>): T[]; from<T, U>(items: Iterable<T> | ArrayLike<T>, map: (v: T, k: number) => U, self?: any): U[]; of<T>(...items: T[]): T[] }
declare var Array: ArrayConstructor;
interface TemplateStringsArray extends ReadonlyArray<string> { readonly raw: readonly string[] }

declare class Map<K = any, V = any> { constructor(entries?: Iterable<readonly [K, V]> | null); clear(): void; delete(key: K): boolean; forEach(callback: (value: V, key: K, map: Map<K, V>) => void, self?: any): void; get(key: K): V | undefined; has(key: K): boolean; set(key: K, value: V): this; readonly size: number; entries(): IterableIterator<[K, V]>; keys(): IterableIterator<K>; values(): IterableIterator<V> }
interface ReadonlyMap<K, V> { forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void, self?: any): void; get(key: K): V | undefined; has(key: K): boolean; readonly size: number; entries(): IterableIterator<[K, V]>; keys(): IterableIterator<K>; values(): IterableIterator<V> }
declare class Set<T = any> { constructor(values?: Iterable<T> | null); add(value: T): this; clear(): void; delete(value: T): boolean; forEach(callback: (value: T, again: T, set: Set<T>) => void, self?: any): void; has(value: T): boolean; readonly size: number; entries(): IterableIterator<[T, T]>; keys(): IterableIterator<T>; values(): IterableIterator<T>; union<U>(other: Set<U>): Set<T | U>; intersection<U>(other: Set<U>): Set<T & U>; difference(other: Set<any>): Set<T> }
interface ReadonlySet<T> { forEach(callback: (value: T, again: T, set: ReadonlySet<T>) => void, self?: any): void; has(value: T): boolean; readonly size: number; entries(): IterableIterator<[T, T]>; keys(): IterableIterator<T>; values(): IterableIterator<T> }
declare class WeakMap<K = any, V = any> { constructor(entries?: Iterable<readonly [K, V]> | null); delete(key: K): boolean; get(key: K): V | undefined; has(key: K): boolean; set(key: K, value: V): this }
declare class WeakSet<T = any> { constructor(values?: Iterable<T> | null); add(value: T): this; delete(value: T): boolean; has(value: T): boolean }
declare class WeakRef<T> { constructor(target: T); deref(): T | undefined }

interface PromiseLike<T> { then<A = T, B = never>(ok?: ((value: T) => A | PromiseLike<A>) | null, bad?: ((reason: any) => B | PromiseLike<B>) | null): PromiseLike<A | B> }
declare class Promise<T> implements PromiseLike<T> {
  constructor(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void);
  then<A = T, B = never>(ok?: ((value: T) => A | PromiseLike<A>) | null, bad?: ((reason: any) => B | PromiseLike<B>) | null): Promise<A | B>;
  catch<B = never>(bad?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B>;
  finally(done?: (() => void) | null): Promise<T>;
  static resolve<T>(value: T | PromiseLike<T>): Promise<T>; static resolve(): Promise<void>;
  static reject<T = never>(reason?: any): Promise<T>;
  static all<T>(values: Iterable<T | PromiseLike<T>>): Promise<T[]>;
  static race<T>(values: Iterable<T | PromiseLike<T>>): Promise<T>;
  static any<T>(values: Iterable<T | PromiseLike<T>>): Promise<T>;
  static allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<T>[]>;
}
interface PromiseFulfilledResult<T> { status: 'fulfilled'; value: T }
interface PromiseRejectedResult { status: 'rejected'; reason: any }
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;

declare class Error { constructor(message?: string, options?: any); name: string; message: string; stack?: string; cause?: unknown; static captureStackTrace(target: object, from?: Function): void; static stackTraceLimit: number }
declare class TypeError extends Error {}
declare class RangeError extends Error {}
declare class SyntaxError extends Error {}
declare class ReferenceError extends Error {}
declare class EvalError extends Error {}
declare class URIError extends Error {}
declare class AggregateError extends Error { constructor(errors: Iterable<any>, message?: string); errors: any[] }

declare class RegExp { constructor(pattern: RegExp | string, flags?: string); exec(s: string): RegExpExecArray | null; test(s: string): boolean; readonly source: string; readonly flags: string; readonly global: boolean; readonly ignoreCase: boolean; readonly multiline: boolean; readonly sticky: boolean; readonly unicode: boolean; lastIndex: number }
interface RegExpMatchArray extends Array<string> { index?: number; input?: string; groups?: { [key: string]: string } }
interface RegExpExecArray extends Array<string> { index: number; input: string; groups?: { [key: string]: string } }
declare class Date {
  constructor(value?: any, month?: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number);
  static now(): number; static parse(s: string): number; static UTC(year: number, month?: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): number;
  getTime(): number; getFullYear(): number; getMonth(): number; getDate(): number; getDay(): number; getHours(): number; getMinutes(): number; getSeconds(): number; getMilliseconds(): number; getTimezoneOffset(): number;
  getUTCFullYear(): number; getUTCMonth(): number; getUTCDate(): number; getUTCDay(): number; getUTCHours(): number; getUTCMinutes(): number; getUTCSeconds(): number; getUTCMilliseconds(): number; setTime(n: number): number;
  setFullYear(y: number, m?: number, d?: number): number; setMonth(m: number, d?: number): number; setDate(d: number): number; setHours(h: number, m?: number, s?: number, ms?: number): number; setMinutes(m: number): number; setSeconds(s: number): number; setMilliseconds(ms: number): number;
  toISOString(): string; toJSON(key?: any): string; toDateString(): string; toTimeString(): string; toUTCString(): string; toString(): string; toLocaleDateString(locales?: any, options?: any): string; toLocaleTimeString(locales?: any, options?: any): string; toLocaleString(locales?: any, options?: any): string; valueOf(): number;
}
interface Math { readonly PI: number; readonly E: number; abs(n: number): number; ceil(n: number): number; floor(n: number): number; round(n: number): number; trunc(n: number): number; sign(n: number): number; sqrt(n: number): number; cbrt(n: number): number; pow(a: number, b: number): number; exp(n: number): number; log(n: number): number; log2(n: number): number; log10(n: number): number; min(...n: number[]): number; max(...n: number[]): number; random(): number; sin(n: number): number; cos(n: number): number; tan(n: number): number; asin(n: number): number; acos(n: number): number; atan(n: number): number; atan2(a: number, b: number): number; hypot(...n: number[]): number; imul(a: number, b: number): number }
declare var Math: Math;
interface JSON { parse(text: string, reviver?: (this: any, key: string, value: any) => any): any; stringify(value: any, replacer?: any, space?: string | number): string }
declare var JSON: JSON;
interface ProxyHandler<T extends object> { apply?(target: T, self: any, args: any[]): any; construct?(target: T, args: any[], by: Function): object; defineProperty?(target: T, key: string | symbol, attributes: PropertyDescriptor): boolean; deleteProperty?(target: T, key: string | symbol): boolean; get?(target: T, key: string | symbol, receiver: any): any; getOwnPropertyDescriptor?(target: T, key: string | symbol): PropertyDescriptor | undefined; getPrototypeOf?(target: T): object | null; has?(target: T, key: string | symbol): boolean; isExtensible?(target: T): boolean; ownKeys?(target: T): ArrayLike<string | symbol>; preventExtensions?(target: T): boolean; set?(target: T, key: string | symbol, value: any, receiver: any): boolean; setPrototypeOf?(target: T, prototype: object | null): boolean }
interface ProxyConstructor { new <T extends object>(target: T, handler: ProxyHandler<T>): T; revocable<T extends object>(target: T, handler: ProxyHandler<T>): { proxy: T; revoke: () => void } }
declare var Proxy: ProxyConstructor;

type Partial<T> = any;
type Required<T> = any;
type Readonly<T> = any;
type Pick<T, K extends keyof T> = any;
type Omit<T, K extends PropertyKey> = any;
type Record<K extends PropertyKey, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type NonNullable<T> = any;
type NoInfer<T> = any;
type Awaited<T> = T extends PromiseLike<infer V> ? Awaited<V> : T;
type ReturnType<T> = T extends (...args: any) => infer R ? R : any;
type InstanceType<T> = T extends abstract new (...args: any) => infer R ? R : any;
type Parameters<T> = T extends (...args: infer P) => any ? P : never;
type ConstructorParameters<T> = T extends abstract new (...args: infer P) => any ? P : never;
type ThisType<T> = any;
type Uppercase<T> = any;
type Lowercase<T> = any;
type Capitalize<T> = any;
type Uncapitalize<T> = any;
