import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../stores/desk-context';
import { IconCheck, IconCopy } from '../../../ui/icons/actions';
import { IconButton } from '../../../ui/icon-button';

const thanksMs = 1500;

/** Copies one value and shows for a moment that it did. */
export function CopyButton({ what, text }: { readonly what: string; readonly text: string }) {
  const { t } = useTranslation(['links', 'common']);
  const { bridge } = useDesk();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), thanksMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => {
    // A clipboard that another program holds is nothing to alarm about: the check mark stays away.
    bridge.call('app:copy-text', { text }).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <IconButton
      size="small"
      label={isCopied ? t('common:copied') : t('panel.copy', { what })}
      icon={isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      onPress={copy}
    />
  );
}
