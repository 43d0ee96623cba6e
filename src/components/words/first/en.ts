/** What the first view says, in one file: one request instead of five. Of the fields those that it shows. */
export { default as fields } from '../en/fields/frame.ts';
export { default as home } from '../en/home.ts';
export { default as opcodes } from '../en/opcodes.ts';
export { default as shell } from '../en/shell.ts';
export { default as views } from '../en/views.ts';
