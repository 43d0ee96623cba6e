import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureField, figureOf, figureText } from '../../protocol/frame/figure.ts';
import { opcodeName } from '../../protocol/model/opcodes.ts';
import { COPY_FORMS } from '../decode/copy.ts';
import { saveBlob } from '../decode/download.ts';
import { CopyButton } from '../views/CopyButton.tsx';
import { Menu } from '../views/Menu.tsx';
import type { Conversation } from './conversation.ts';
import { figureSvg } from './figureSvg.ts';
import { headKind } from './heads.ts';
import menu from './MenuParts.module.css';
import type { ItemReading } from './selectors.ts';

interface TakeMenuProps {
  readonly conversation: Conversation;
  readonly reading: ItemReading | null;
}

/** Rows of the payload in a picture for a document. */
const ROWS = 4;

/** Bytes in every notation of the workbench, as packets, and the frame as a picture. */
export function TakeMenu({ conversation, reading }: TakeMenuProps) {
  const { t } = useTranslation(['build', 'decode', 'fields', 'views', 'opcodes']);
  const [scope, setScope] = useState<'item' | 'all'>('all');
  const name = useId();
  const { items } = conversation;
  const sent = scope === 'all' || !reading ? items : [reading.item];
  const handshake = items.some(({ bytes }) => headKind(bytes) === 'request');
  const copy = async (form: (typeof COPY_FORMS)[number]) => (await import('./out.ts')).textOf(form, sent);
  return (
    <Menu label={t('build:take.label')}>
      {(close) => (
        <>
          <fieldset className={menu.choices}>
            <legend>{t('build:take.copy')}</legend>
            {(['all', 'item'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name={name} checked={scope === one} onChange={() => setScope(one)} />
                {t(`build:take.${one}`)}
              </label>
            ))}
          </fieldset>
          <div className={menu.buttons}>
            {COPY_FORMS.map((form) => (
              <CopyButton key={form} label={t(`decode:copy.forms.${form}`)} text={() => copy(form)} />
            ))}
          </div>
          <div className={menu.group}>
            <CopyButton
              label={t('decode:copy.json')}
              text={async () => (await import('./out.ts')).exportOf(conversation)}
            />
            <button
              type="button"
              disabled={items.length === 0}
              onClick={async () => {
                const { writePcapng } = await import('../../protocol/capture/write-pcapng.ts');
                saveBlob('conversation.pcapng', new Blob([writePcapng(items) as Uint8Array<ArrayBuffer>]));
                close();
              }}
            >
              {t('build:take.pcapng')}
            </button>
            <p className={menu.says}>{t(handshake ? 'build:take.pcapngSays' : 'build:take.pcapngBare')}</p>
          </div>
          {reading?.kind === 'frame' && <Picture reading={reading} />}
        </>
      )}
    </Menu>
  );
}

const FIELDS = [
  'fin',
  'rsv1',
  'rsv2',
  'rsv3',
  'opcode',
  'mask',
  'length-7',
  'length-16',
  'length-64',
  'masking-key',
  'payload',
] as const satisfies readonly FigureField[];

function Picture({ reading }: { readonly reading: ItemReading }) {
  const { t, i18n } = useTranslation(['build', 'fields', 'views', 'opcodes']);
  const { item } = reading;
  const figure = figureOf(item.bytes, { payloadRows: ROWS });
  const names = Object.fromEntries(FIELDS.map((field) => [field, t(`fields:${field}.name`)])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  const opcode = opcodeName((item.bytes[0] ?? 0) & 0x0f);
  const labels = {
    ...names,
    unparsed: t('views:figure.rest'),
    title: t('build:figure.name', { name: t(`opcodes:${opcode}.name`) }),
    more: (bytes: bigint) => t('views:figure.more', { bytes: bytes.toLocaleString(i18n.language) }),
  };
  const svg = () => figureSvg(figure, labels);
  return (
    <fieldset className={menu.group}>
      <legend>{t('build:take.picture')}</legend>
      <div className={menu.buttons}>
        <button type="button" onClick={() => saveBlob('frame.svg', new Blob([svg()], { type: 'image/svg+xml' }))}>
          {t('build:take.svg')}
        </button>
        <button
          type="button"
          onClick={async () => {
            const png = await (await import('./png.ts')).pngOf(svg(), 2);
            if (png) saveBlob('frame.png', png);
          }}
        >
          {t('build:take.png')}
        </button>
        <CopyButton label={t('build:take.text')} text={() => figureText(figure, labels)} />
      </div>
    </fieldset>
  );
}
