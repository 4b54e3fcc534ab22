import { createDice, type Dice } from './dice';

/** A guidance file as a team of the Linux kernel could write it, and the words that it looks for. */
export interface KernelGuidance {
  readonly text: string;
  readonly words: readonly string[];
}

/** How many entries it has. */
export const entries = 200;

/** Entries about folders, names of functions, texts and headers, in the mix of real guidance. */
export function kernelGuidance(): KernelGuidance {
  const dice = createDice(11);
  const words = new Set<string>();
  const items = Array.from({ length: entries }, (_, index) => {
    const files = `"${dice.pick(folders)}/**/${dice.pick(['*.c', '*.c', '*.[ch]', '*'])}"`;
    const locator = locatorOf(index, dice, words);
    return [
      `  - id: rule-${index}`,
      `    title: Rule ${index}`,
      '    why: Somebody was woken at night for it.',
      '    applies:',
      `      files: ${files}`,
      ...locator.map((line) => `      ${line}`),
    ].join('\n');
  });
  return { text: `philosophies:\n${items.join('\n')}\n`, words: [...words] };
}

/** Three in ten are about whole files, four about functions, two about texts, one about headers. */
function locatorOf(index: number, dice: Dice, words: Set<string>): readonly string[] {
  const take = (word: string) => {
    words.add(word);
    return word;
  };
  switch (index % 10) {
    case 0:
    case 1:
    case 2:
      return [];
    case 3:
    case 4:
    case 5:
    case 6:
      return [`symbols: [${take(dice.pick(functions))}, ${take(dice.pick(functions))}]`];
    case 7:
      return [`text: '\\b${take(dice.pick(functions))}\\(\\w+, \\w+'`];
    case 8:
      return [`text: '(?:${take(dice.pick(remarks))}|${take(dice.pick(remarks))})\\b'`, 'in: comment'];
    default:
      return [`imports: ["linux/${take(dice.pick(headers))}.h"]`];
  }
}

const folders = [
  ...['drivers/net', 'drivers/gpu', 'drivers/usb', 'drivers/media', 'drivers/scsi', 'drivers/iio', 'drivers'],
  ...['fs', 'fs/btrfs', 'fs/xfs', 'fs/nfs', 'net', 'net/ipv4', 'net/core', 'kernel', 'kernel/sched', 'mm'],
  ...['arch', 'arch/x86', 'arch/arm64', 'arch/powerpc', 'sound', 'sound/soc', 'block', 'crypto', 'security'],
  ...['include', 'include/linux', 'lib', 'tools', 'tools/perf', '.'],
];

const functions = [
  ...['strcpy', 'strncpy', 'strlcpy', 'sprintf', 'simple_strtoul', 'simple_strtol', 'kmap_atomic', 'kmap'],
  ...[
    'yield',
    'msleep',
    'udelay',
    'mdelay',
    'BUG_ON',
    'WARN_ON_ONCE',
    'printk_ratelimit',
    'kzalloc',
    'vmalloc',
  ],
  ...['kmalloc_array', 'devm_kzalloc', 'devm_request_irq', 'of_get_named_gpio', 'gpio_request', 'ioremap'],
  ...['pci_alloc_consistent', 'dma_alloc_coherent', 'copy_from_user', 'copy_to_user', 'get_user', 'put_user'],
  ...['spin_lock_irqsave', 'mutex_lock_interruptible', 'down_interruptible', 'schedule_timeout', 'del_timer'],
  ...[
    'setup_timer',
    'tasklet_init',
    'create_workqueue',
    'flush_scheduled_work',
    'seq_printf',
    'debugfs_create_file',
  ],
  ...['register_netdev', 'netif_rx', 'dev_kfree_skb', 'skb_put', 'class_create', 'cdev_init', 'kthread_run'],
  ...[
    'rcu_dereference',
    'synchronize_rcu',
    'call_rcu',
    'list_for_each',
    'list_del_init',
    'atomic_dec_and_test',
  ],
];

const remarks = [
  'TODO',
  'FIXME',
  'XXX',
  'HACK',
  'workaround',
  'deprecated',
  'obsolete',
  'temporary',
  'errata',
];

const headers = [
  ...[
    'of_gpio',
    'gpio',
    'sched',
    'slab',
    'vmalloc',
    'interrupt',
    'platform_device',
    'delay',
    'uaccess',
    'pci',
  ],
  ...['netdevice', 'skbuff', 'fs', 'mm', 'spinlock', 'mutex', 'workqueue', 'timer', 'kthread', 'debugfs'],
];
