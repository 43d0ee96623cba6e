/**
 * The prose of lessons (MDX): `{name}` in it is a value of the step, and each file says which texts it holds and what
 * each refers to, as `export const texts`, for `src/lessons/check.ts`. See src/lessons/README.md.
 */
import mdx from '@mdx-js/rollup';
import type { Expression, Program } from 'estree';
import { visit as visitCode } from 'estree-util-visit';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Plugin } from 'vite';

interface References {
  readonly values: string[];
  readonly parts: string[];
  readonly answers: string[];
  readonly options: string[];
  readonly links: string[];
}

const PARTS: Readonly<Record<string, string>> = {
  Picture: 'picture',
  Notes: 'notes',
  Ask: 'ask',
  Onward: 'onward',
};

/** MDX for the site's prose; runs before the plugin for JSX. */
export function prose(): Plugin {
  return { enforce: 'pre', ...mdx({ remarkPlugins: [remarkProse], recmaPlugins: [recmaLazy] }) } as Plugin;
}

function remarkProse() {
  return (tree: Root, file: VFile) => {
    const texts: Record<string, References> = {};
    for (const node of tree.children) {
      if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Step') {
        file.fail('prose stands in a <Step>', node);
        continue;
      }
      const id = attribute(node, 'id');
      if (id === '' || Object.hasOwn(texts, id)) file.fail(`<Step> has no id of its own: “${id}”`, node);
      texts[id] = referencesOf(node, file);
    }
    tree.children.unshift({ type: 'mdxjsEsm', value: '', data: { estree: exported('texts', JSON.stringify(texts)) } });
  };
}

/** Of all texts of a file one is wanted at a time: what stands in a `<Step>` is a function, called for that one. */
function recmaLazy() {
  return (tree: Program) => {
    visitCode(tree, (node) => {
      if (node.type !== 'CallExpression') return;
      const [type, props] = node.arguments;
      if (type?.type !== 'Identifier' || type.name !== 'Step' || props?.type !== 'ObjectExpression') return;
      for (const property of props.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        if (property.key.name !== 'children' || property.value.type === 'ArrowFunctionExpression') continue;
        property.key.name = 'content';
        const body = property.value as Expression;
        property.value = { type: 'ArrowFunctionExpression', expression: true, async: false, params: [], body };
      }
    });
  };
}

function referencesOf(step: MdxJsxFlowElement, file: VFile): References {
  const found: References = { values: [], parts: [], answers: [], options: [], links: [] };
  visit(step, (node, index, parent) => {
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      const name = node.value.trim();
      if (!/^[a-z][A-Za-z0-9]*$/.test(name)) file.fail(`{${name}} is no name of a value`, node);
      found.values.push(name);
      const kind = node.type === 'mdxTextExpression' ? 'mdxJsxTextElement' : 'mdxJsxFlowElement';
      const attributes = [{ type: 'mdxJsxAttribute' as const, name: 'of', value: name }];
      if (parent && index !== undefined) {
        (parent.children as unknown[])[index] = { type: kind, name: 'Value', attributes, children: [] };
        return [SKIP, index + 1];
      }
    }
    if (node.type === 'heading') found.parts.push(node.depth === 1 ? 'title' : 'heading');
    if (node.type === 'link') found.links.push(node.url);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name === 'Count') found.values.push(attribute(node, 'of'));
    else if (node.name === 'Answer') found.answers.push(attribute(node, 'id'));
    else if (node.name === 'Option') found.options.push(attribute(node, 'id'));
    else if (node.name !== null && Object.hasOwn(PARTS, node.name)) found.parts.push(PARTS[node.name] as string);
    else if (node !== step) file.fail(`<${node.name}> is no part of a step`, node);
  });
  return found;
}

function attribute(node: MdxJsxFlowElement | MdxJsxTextElement, name: string): string {
  const found = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : '';
}

/** `export const name = JSON.parse(json)` */
function exported(name: string, json: string): Program {
  return {
    type: 'Program',
    sourceType: 'module',
    body: [
      {
        type: 'ExportNamedDeclaration',
        specifiers: [],
        attributes: [],
        source: null,
        declaration: {
          type: 'VariableDeclaration',
          kind: 'const',
          declarations: [
            {
              type: 'VariableDeclarator',
              id: { type: 'Identifier', name },
              init: {
                type: 'CallExpression',
                optional: false,
                callee: {
                  type: 'MemberExpression',
                  computed: false,
                  optional: false,
                  object: { type: 'Identifier', name: 'JSON' },
                  property: { type: 'Identifier', name: 'parse' },
                },
                arguments: [{ type: 'Literal', value: json }],
              },
            },
          ],
        },
      },
    ],
  };
}
