import type { RuleId } from '../../../protocol/model/rules.ts';
import type { RuleWords } from '../en/rules/words.ts';
import frames from './rules/frames.ts';
import handshake from './rules/handshake.ts';

export default { ...frames, ...handshake } satisfies Record<RuleId, RuleWords>;
