/**
 * The shape of a translation: the same keys as the English words, any text. Plural forms may differ, because languages
 * do: where English has `x_one` and `x_other`, `x_other` alone will do.
 */
export type WordsLike<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : WordsLike<T[K]>;
} & {
  readonly [K in keyof T as K extends `${string}_one` ? K : never]?: string;
};
