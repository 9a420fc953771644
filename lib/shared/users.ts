import { z } from 'zod';

const role = z.enum(['viewer', 'operator', 'developer', 'admin']);
const teamId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Body of `POST /api/users`. */
export const newUserSchema = z.object({
  email: z.string().trim().max(254).pipe(z.email()),
  name: z.string().trim().min(1).max(200).optional(),
  kind: z.enum(['customer', 'staff']),
  roles: z.array(role).optional(),
  teamIds: z.array(teamId).max(100).optional(),
  accountId: z.string().trim().min(1).max(100).optional(),
});

/** Body of `PATCH /api/users/:id`: what is absent stays. */
export const userChangeSchema = z.object({
  name: z.string().trim().min(1).max(200).nullable().optional(),
  roles: z.array(role).optional(),
  teamIds: z.array(teamId).max(100).optional(),
  accountId: z.string().trim().min(1).max(100).nullable().optional(),
  isDisabled: z.boolean().optional(),
});

/** An account, as administrators see it. */
export interface UserView {
  id: string;
  email: string;
  name: string | null;
  kind: 'customer' | 'staff';
  roles: string[];
  teamIds: string[];
  accountId: string | null;
  isDisabled: boolean;
  createdAt: string;
}
