/** Makes `t('decode:paste.title')` a checked key: the English files are the type of all words. */
import type build from './en/build.ts';
import type codes from './en/codes.ts';
import type decode from './en/decode.ts';
import type drafts from './en/drafts.ts';
import type fields from './en/fields.ts';
import type home from './en/home.ts';
import type input from './en/input.ts';
import type learn from './en/learn.ts';
import type misconceptions from './en/misconceptions.ts';
import type opcodes from './en/opcodes.ts';
import type python from './en/python.ts';
import type reference from './en/reference.ts';
import type rules from './en/rules.ts';
import type shell from './en/shell.ts';
import type views from './en/views.ts';

export interface Resources {
  readonly shell: typeof shell;
  readonly home: typeof home;
  readonly learn: typeof learn;
  readonly decode: typeof decode;
  readonly build: typeof build;
  readonly python: typeof python;
  readonly views: typeof views;
  readonly fields: typeof fields;
  readonly rules: typeof rules;
  readonly reference: typeof reference;
  readonly codes: typeof codes;
  readonly opcodes: typeof opcodes;
  readonly drafts: typeof drafts;
  readonly misconceptions: typeof misconceptions;
  readonly input: typeof input;
}

export type Namespace = keyof Resources;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Resources;
  }
}
