import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button';
import { IconCheck, IconCopy } from './icons/actions';

/** How long the check mark stays. */
const thanksMs = 1500;

export interface CopyButtonProps {
  readonly label: string;
  /** Puts the text on the clipboard. */
  readonly copy: () => Promise<unknown>;
}

/** Copies a text and says so for a moment. */
export function CopyButton({ label, copy }: CopyButtonProps) {
  const { t } = useTranslation('common');
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), thanksMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const onPress = () => {
    // A clipboard that another program holds is nothing to alarm about: the check mark stays away.
    copy().then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <IconButton
      size="small"
      label={isCopied ? t('copied') : label}
      icon={isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      onPress={onPress}
    />
  );
}
