import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#domain/app-error';

export interface ErrorWords {
  readonly title: string;
  /** What the user can do next. */
  readonly next: string;
}

/** Words an error code in the user's language. */
export function useErrorWords(): (code: ErrorCode) => ErrorWords {
  const { t } = useTranslation('errors');
  return useCallback((code) => t(code, { returnObjects: true }), [t]);
}
