import type { ReactNode } from 'react';
import { Icon, type IconProps } from './icon';

// States and things.

export function IconOpen(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.25" />
      <circle cx="8" cy="8" r="1.75" fill="currentColor" stroke="none" />
    </Icon>
  );
}

export function IconPaid(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.75" fill="currentColor" stroke="none" />
      <path d="m5.5 8.25 1.75 1.75L10.5 6.5" stroke="var(--icon-ground, Canvas)" />
    </Icon>
  );
}

export function IconClosed(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.25" />
      <path d="m4.4 11.6 7.2-7.2" />
    </Icon>
  );
}

export function IconExpired(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.25" />
      <path d="M8 5v3.25l2 1.25" />
    </Icon>
  );
}

export function IconUnknown(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.25" strokeDasharray="2.4 2.3" />
      <path d="M8 8h.01" strokeWidth={2} />
    </Icon>
  );
}

export function IconInfo(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.5v3.25M8 5.25h.01" />
    </Icon>
  );
}

export function IconSuccess(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m5.5 8.25 1.75 1.75L10.5 6.5" />
    </Icon>
  );
}

export function IconWarning(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M8 2.5 14 13H2z" />
      <path d="M8 6.5v3M8 11.25h.01" />
    </Icon>
  );
}

export function IconError(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M5.6 2.25h4.8l3.35 3.35v4.8l-3.35 3.35H5.6L2.25 10.4V5.6z" />
      <path d="M8 5v3.5M8 10.75h.01" />
    </Icon>
  );
}

export function IconCalendar(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <rect x="2.5" y="3.25" width="11" height="10.25" rx="1.5" />
      <path d="M2.5 6.5h11M5.5 1.75v2.5M10.5 1.75v2.5" />
    </Icon>
  );
}

export function IconLink(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M6.75 9.25a2.6 2.6 0 0 0 3.75 0l2-2a2.65 2.65 0 0 0-3.75-3.75l-.5.5" />
      <path d="M9.25 6.75a2.6 2.6 0 0 0-3.75 0l-2 2a2.65 2.65 0 0 0 3.75 3.75l.5-.5" />
    </Icon>
  );
}

export function IconKey(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="5.25" cy="10.75" r="2.75" />
      <path d="m7.25 8.75 5.5-5.5M10.5 5.5l2 2" />
    </Icon>
  );
}

export function IconInbox(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M2.5 9.25 4.25 3.5h7.5l1.75 5.75v2.5c0 .7-.55 1.25-1.25 1.25h-8.5c-.7 0-1.25-.55-1.25-1.25z" />
      <path d="M2.5 9.25h3.25L6.75 11h2.5l1-1.75h3.25" />
    </Icon>
  );
}

export function IconChart(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M2.75 13.25h10.5M4.5 10.75v-3M8 10.75v-7M11.5 10.75v-5" />
    </Icon>
  );
}

export function IconLog(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M3.5 2.5h9v11h-9z" />
      <path d="M6 5.5h4M6 8h4M6 10.5h2.5" />
    </Icon>
  );
}

export function IconJobs(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="m2.5 4.25 1.25 1.25 2-2.25M2.5 11.25l1.25 1.25 2-2.25" />
      <path d="M8.25 4.5h5.25M8.25 11.5h5.25" />
    </Icon>
  );
}

export function IconBookmark(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M4.25 2.75h7.5v10.5L8 10.5l-3.75 2.75z" />
    </Icon>
  );
}
