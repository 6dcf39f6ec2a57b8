/**
 * `bcryptprimitives.dll`, which Wine 8 lacks and compiled Rust asks for random numbers, as the bytes of a file.
 *
 * It holds no code: its one function, ProcessPrng, is a forward to the same function under its older name,
 * SystemFunction036 of advapi32 (PE Format, learn.microsoft.com: "Export Address Table", forwarder RVA).
 */
export function bcryptPrimitives() {
  const file = Buffer.alloc(2 * part);
  writeHeaders(file);
  writeExports(file.subarray(part));
  return file;
}

/** Headers and the one section take a part each. */
const part = 0x200;
/** Where the section lies in memory, from the beginning of the module. */
const section = 0x1000;
/** The table of exports, its three lists and its names, from the beginning of the section. */
const at = { addresses: 0x40, names: 0x48, ordinals: 0x50, module: 0x80, name: 0xa0, forward: 0xc0 };
const exportsLength = 0x100;

function writeExports(bytes) {
  bytes.writeUInt32LE(section + at.module, 12);
  // Ordinals begin with 1; one address; one name.
  for (const place of [16, 20, 24]) bytes.writeUInt32LE(1, place);
  bytes.writeUInt32LE(section + at.addresses, 28);
  bytes.writeUInt32LE(section + at.names, 32);
  bytes.writeUInt32LE(section + at.ordinals, 36);
  // An address within the table itself is read as the name of what is forwarded to.
  bytes.writeUInt32LE(section + at.forward, at.addresses);
  bytes.writeUInt32LE(section + at.name, at.names);
  bytes.write('bcryptprimitives.dll\0', at.module, 'latin1');
  bytes.write('ProcessPrng\0', at.name, 'latin1');
  bytes.write('advapi32.SystemFunction036\0', at.forward, 'latin1');
}

function writeHeaders(bytes) {
  bytes.write('MZ', 0, 'latin1');
  const signature = 0x40;
  bytes.writeUInt32LE(signature, 0x3c);
  bytes.write('PE\0\0', signature, 'latin1');

  const coff = bytes.subarray(signature + 4);
  coff.writeUInt16LE(0x8664, 0); // x64
  coff.writeUInt16LE(1, 2); // sections
  coff.writeUInt16LE(240, 16); // bytes of the optional header
  coff.writeUInt16LE(0x2022, 18); // executable, large addresses, a DLL

  const optional = coff.subarray(20);
  optional.writeUInt16LE(0x20b, 0); // PE32+
  optional.writeUInt32LE(part, 8); // bytes of data
  optional.writeBigUInt64LE(0x1_8000_0000n, 24); // preferred place
  optional.writeUInt32LE(0x1000, 32); // alignment in memory
  optional.writeUInt32LE(part, 36); // alignment in the file
  optional.writeUInt16LE(6, 40); // Windows Vista and later
  optional.writeUInt16LE(6, 48);
  optional.writeUInt32LE(2 * section, 56); // bytes in memory
  optional.writeUInt32LE(part, 60); // bytes of the headers
  optional.writeUInt16LE(2, 68); // any subsystem
  for (const [place, bytesOf] of [0x10_0000n, 0x1000n, 0x10_0000n, 0x1000n].entries())
    optional.writeBigUInt64LE(bytesOf, 72 + 8 * place); // stack and heap
  optional.writeUInt32LE(16, 108); // tables, of which the first is that of exports
  optional.writeUInt32LE(section, 112);
  optional.writeUInt32LE(exportsLength, 116);

  const table = optional.subarray(240);
  table.write('.rdata', 0, 'latin1');
  table.writeUInt32LE(part, 8); // bytes in memory
  table.writeUInt32LE(section, 12);
  table.writeUInt32LE(part, 16); // bytes in the file
  table.writeUInt32LE(part, 20); // where in the file
  table.writeUInt32LE(0x4000_0040, 36); // data, to be read
}
