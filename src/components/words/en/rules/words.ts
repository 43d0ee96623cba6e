/**
 * Words of one rule: `title` for lists, `says` what is wrong here (with the values of the issue), `why` the rule exists.
 * Where an issue tells the `problem` or `reason` in its values, `says_<problem>` says it more exactly (i18next: context).
 */
export interface RuleWords {
  readonly title: string;
  readonly says: string;
  readonly [exactly: `says_${string}`]: string;
  readonly why: string;
}
