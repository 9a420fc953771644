import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ModelsView } from '@/lib/shared/models';
import { ModelName } from './model-name';
import { ModelTester } from './model-tester';
import classes from './models.module.css';
import { Section } from './section';

interface Props {
  purposes: ModelsView['purposes'];
  mayTest: boolean;
}

/** Which models are asked for what, and a test of each. */
export function PurposesSection({ purposes, mayTest }: Props) {
  const t = useTranslations('models.purposes');
  return (
    <Section title={t('title')} intro={t('intro')}>
      <ul className={classes.rows}>
        {purposes.map(({ purpose, chain }) => (
          <li key={purpose} className={classes.purpose}>
            <div>
              <Text fw={500}>{t(`${purpose}.name`)}</Text>
              <Text size="sm" c="dimmed">
                {t(`${purpose}.text`)}
              </Text>
            </div>
            <ol className={classes.chain} aria-label={t('chain')}>
              {chain.map((link) => (
                <li key={`${link.provider}:${link.model}`}>
                  <ModelName {...link} />
                  {link.variable ? (
                    <Text size="xs" c="dimmed">
                      {t('from', { variable: link.variable })}
                    </Text>
                  ) : null}
                </li>
              ))}
            </ol>
            {mayTest && chain[0] ? <ModelTester purpose={purpose} link={chain[0]} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
