import { holdToConformance } from '@/tests/support/model-conformance';

holdToConformance('ollama');
