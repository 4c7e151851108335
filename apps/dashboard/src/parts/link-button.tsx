import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** Looks like a button, and goes somewhere. */
export function LinkButton({ to, children, ...look }: ButtonProps & { to: string; children: ReactNode }) {
  return (
    <Button component={Link} href={to} {...look}>
      {children}
    </Button>
  );
}
