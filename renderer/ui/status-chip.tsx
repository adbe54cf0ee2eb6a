import type { ReactNode } from 'react';
import type { LinkStatus } from '#domain/payment-link';
import { useStatusWords } from '../i18n/use-frame-words';
import { Chip, type Tone } from './chip';
import { IconClosed, IconExpired, IconOpen, IconPaid, IconUnknown } from './icons/signs';

const looks: Readonly<Record<LinkStatus, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  open: { tone: 'accent', icon: <IconOpen size={14} /> },
  paid: { tone: 'success', icon: <IconPaid size={14} /> },
  closed: { tone: 'neutral', icon: <IconClosed size={14} /> },
  expired: { tone: 'warning', icon: <IconExpired size={14} /> },
  unknown: { tone: 'violet', icon: <IconUnknown size={14} /> },
};

/** A payment link's status as icon, word and tint: three signs, so that none of them is needed alone. */
export function StatusChip({ status }: { readonly status: LinkStatus }): ReactNode {
  const words = useStatusWords();
  const { tone, icon } = looks[status];
  return (
    <Chip tone={tone} icon={icon}>
      {words[status]}
    </Chip>
  );
}
