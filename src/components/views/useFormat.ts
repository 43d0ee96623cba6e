import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldNode } from '../../protocol/model/node.ts';
import type { OpcodeName } from '../../protocol/model/opcodes.ts';
import { type FormatWords, formatValue } from './format.ts';

/** `formatValue` in the language of the page. */
export function useFormat(): (node: FieldNode, limit?: number) => string {
  const { t, i18n } = useTranslation(['views', 'opcodes']);
  return useMemo(() => {
    const words: FormatWords = {
      opcode: (name) => t(`opcodes:${name as OpcodeName}.name`),
      closeCode: (code) => {
        const key = `codes:closeCodes.${code}.name`;
        return i18n.exists(key) ? i18n.t(key as 'codes:closeCodes.1000.name') : null;
      },
      bytes: (count) => t('views:bytes', { count }),
      missing: t('views:missing'),
      quote: (text) => t('views:quote', { text }),
    };
    return (node, limit) => formatValue(node, words, limit);
  }, [t, i18n]);
}
