import { Icon, type IconProps } from '../../ui/icons/icon';

export function IconShow(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M1.75 8s2.25-4.25 6.25-4.25S14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8z" />
      <circle cx="8" cy="8" r="1.75" />
    </Icon>
  );
}

export function IconHide(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4.2 4.9C2.6 6.1 1.75 8 1.75 8S4 12.25 8 12.25c1.3 0 2.4-.4 3.3-1M6.5 3.9A6 6 0 0 1 8 3.75C12 3.75 14.25 8 14.25 8s-.4.85-1.2 1.75" />
      <path d="m2.5 2.5 11 11" />
    </Icon>
  );
}
