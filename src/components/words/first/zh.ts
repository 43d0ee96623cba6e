/** What the first view says, in one file: one request instead of five. Of the fields those that it shows. */
export { default as fields } from '../zh/fields/frame.ts';
export { default as home } from '../zh/home.ts';
export { default as opcodes } from '../zh/opcodes.ts';
export { default as shell } from '../zh/shell.ts';
export { default as views } from '../zh/views.ts';
