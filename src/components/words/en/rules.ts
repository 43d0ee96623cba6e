import type { RuleId } from '../../../protocol/model/rules.ts';
import frames from './rules/frames.ts';
import handshake from './rules/handshake.ts';
import type { RuleWords } from './rules/words.ts';

export default { ...frames, ...handshake } satisfies Record<RuleId, RuleWords>;
