--[[
  Somebody's last connection to a node goes to another one.
  Guarantee: the node counts no more, and when they were heard and whether they left stays as it is.
  KEYS  1 the person (hash: at, left, node fields)
  ARGV  1 the node's field
  Returns nothing.
]]
redis.call('hdel', KEYS[1], ARGV[1])
