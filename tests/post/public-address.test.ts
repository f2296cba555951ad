import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../src/post/public-address.ts'

describe('an address of the open Internet', () => {
  it.each([
    '93.184.216.34',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '223.255.255.255',
    '2a00:1450:4001:830::200e',
    '2606:4700::1111',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ['this host', '0.0.0.0'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.178.1'],
    ['carrier', '100.64.0.1'],
    ['carrier', '100.127.255.255'],
    ['link, where clouds keep their secrets', '169.254.169.254'],
    ['protocol', '192.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['benchmark', '198.18.0.1'],
    ['benchmark', '198.19.255.255'],
    ['6to4 relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped', '::ffff:127.0.0.1'],
    ['mapped', '::ffff:8.8.8.8'],
    ['mapped', '::ffff:7f00:1'],
    ['compatible', '::127.0.0.1'],
    ['translated', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::127.0.0.1'],
    ['local NAT64', '64:ff9b:1::1'],
    ['discard', '100::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['ORCHID', '2001:20::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['6to4', '2002:7f00:1::1'],
    ['6to4', '2002:c0a8:101::1'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd12:3456::1'],
    ['link', 'fe80::1'],
    ['link with a zone', 'fe80::1%eth0'],
    ['site', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['no address', 'kalender.example'],
    ['no address', '127.1'],
    ['no address', ''],
  ])('is not one of %s: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
