import { Button } from '@mantine/core';
import { useAct } from '@/app/_ui/use-act';

interface Props {
  label: string;
  onShow: () => Promise<void>;
}

/** Shows more of a long list; what fails is told. */
export function MoreButton({ label, onShow }: Props) {
  const { act, isBusy } = useAct();
  const show = () =>
    act(async () => {
      await onShow();
      return null;
    });
  return (
    <Button variant="default" size="xs" w="fit-content" loading={isBusy} onClick={show}>
      {label}
    </Button>
  );
}
