import type { ReactNode } from 'react';
import type { BuiltInViewId } from '#domain/saved-view';
import { isBuiltIn } from '../../../stores/view-content';
import { IconCopy, IconEdit, IconPlus } from '../../../ui/icons/actions';
import {
  IconBookmark,
  IconCalendar,
  IconExpired,
  IconInbox,
  IconOpen,
  IconPaid,
  IconWarning,
} from '../../../ui/icons/signs';

const icons: Readonly<Record<BuiltInViewId, ReactNode>> = {
  all: <IconInbox />,
  open: <IconOpen />,
  expiring: <IconCalendar />,
  expired: <IconExpired />,
  'paid-this-month': <IconPaid />,
  edited: <IconEdit />,
  conflicts: <IconWarning />,
  'new-since-sync': <IconPlus />,
  duplicates: <IconCopy />,
};

/** The sign of a view: each built-in one has its own, the user's share one. */
export function ViewIcon({ id }: { readonly id: string }): ReactNode {
  return isBuiltIn(id) ? icons[id] : <IconBookmark />;
}
