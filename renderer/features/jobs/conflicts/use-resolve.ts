import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResolveAnswer } from '#contract/jobs';
import type { ConflictChoice } from '#domain/bulk-job';
import type { ConflictScope } from '../../../stores/jobs-store';
import { useDesk } from '../../../stores/desk-context';
import { useTellFailure } from '../../../stores/use-tell-failure';

export interface Resolving {
  readonly isAsking: boolean;
  readonly resolve: (of: ConflictScope, choice: ConflictChoice) => void;
}

/** Decides conflicts and tells what became of them. */
export function useResolve(): Resolving {
  const { t } = useTranslation('conflicts');
  const { jobs, notices } = useDesk();
  const tell = useTellFailure();
  const [isAsking, setAsking] = useState(false);
  const report = ({ queued, dropped, refused }: ResolveAnswer) => {
    const parts = [
      ...(queued > 0 ? [t('told.queued', { count: queued })] : []),
      ...(dropped > 0 ? [t('told.dropped', { count: dropped })] : []),
      ...(refused > 0 ? [t('told.refused', { count: refused })] : []),
    ];
    notices.getState().add({
      tone: refused > 0 ? 'warning' : 'success',
      text: `${(parts.length === 0 ? [t('told.nothing')] : parts).join('. ')}.`,
    });
  };
  return {
    isAsking,
    resolve: (of, choice) => {
      setAsking(true);
      jobs
        .getState()
        .resolve(of, choice)
        .then(report, tell)
        .finally(() => setAsking(false));
    },
  };
}
