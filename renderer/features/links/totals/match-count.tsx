import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { LiveRegion } from '../../../ui/live-region';

/** How many links match, of all there are: "200+ of 1,000,000" while the rest is still being found. */
export function MatchCount({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const shown = useStore(query, (state) => state.answer?.total);
  const total = useStore(query, (state) => state.answer?.cached ?? 0);
  const isComplete = useStore(query, (state) => state.answer?.isComplete ?? false);
  if (shown === undefined) return null;
  return (
    <>
      <span className={className}>
        {isComplete ? t('shownOfTotal', { shown, total }) : t('shownSoFar', { shown, total })}
      </span>
      {/* Never emptied in between: during a job the table is opened again and again, and each time the same count would be read. */}
      <Announced count={shown} total={total} isComplete={isComplete} />
    </>
  );
}

interface AnnouncedProps {
  readonly count: number;
  readonly total: number;
  readonly isComplete: boolean;
}

/** Only a whole count is worth saying aloud; until then what was said stands. */
function Announced({ count, total, isComplete }: AnnouncedProps) {
  const { t } = useTranslation('links');
  const [said, setSaid] = useState('');
  const message = t('shownAnnounced', { count, total });
  if (isComplete && said !== message) setSaid(message);
  return <LiveRegion message={said} />;
}
