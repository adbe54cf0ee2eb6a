;; Finds the records of one block of texts that hold a needle: sixteen bytes at a time, some five times as quick as the best
;; loop in JavaScript, and as quick for a text that every link has as for one that none has.
;;
;; A record is the folded texts of one link in UTF-8, each ended by a zero byte, which no needle holds. Bytes around a block may
;; be read, so there are sixteen and the needle's length of them behind the last one.
(module
  (memory (export "memory") 1)

  ;; Writes the numbers of the records that hold the needle, ascending, and answers how many they are.
  (func (export "find")
    (param $from i32) (param $until i32)    ;; the bytes to look through: whole records
    (param $starts i32)                     ;; u32 of where each record starts, then one of where the last ends
    (param $needle i32) (param $length i32) ;; at least one byte
    (param $fields i32)                     ;; bit n is set where the record's text n counts; all bits are where any does
    (param $out i32)                        ;; u32, room for every record
    (result i32)
    (local $at i32) (local $limit i32) (local $tail i32) (local $bits i32) (local $i i32) (local $left i32)
    (local $record i32) (local $end i32) (local $field i32) (local $first v128) (local $last v128)

    (local.set $tail (i32.sub (local.get $length) (i32.const 1)))
    (local.set $limit (i32.sub (local.get $until) (local.get $tail)))
    (local.set $first (i8x16.splat (i32.load8_u (local.get $needle))))
    (local.set $last (i8x16.splat (i32.load8_u (i32.add (local.get $needle) (local.get $tail)))))
    (local.set $at (local.get $from))
    (local.set $record (local.get $starts))
    (local.set $end (local.get $out))

    (block $done
      (loop $search
        (br_if $done (i32.ge_s (local.get $at) (local.get $limit)))

        ;; Where the needle's first and last byte stand in their distance.
        (local.set $bits (i8x16.bitmask (v128.and
          (i8x16.eq (v128.load align=1 (local.get $at)) (local.get $first))
          (i8x16.eq (v128.load align=1 (i32.add (local.get $at) (local.get $tail))) (local.get $last)))))
        (if (i32.eqz (local.get $bits))
          (then
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (br $search)))
        (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $bits))))
        (br_if $done (i32.ge_s (local.get $at) (local.get $limit)))

        ;; The bytes between them.
        (local.set $i (i32.const 1))
        (block $same
          (loop $compare
            (br_if $same (i32.ge_s (local.get $i) (local.get $tail)))
            (if (i32.ne (i32.load8_u (i32.add (local.get $at) (local.get $i)))
                        (i32.load8_u (i32.add (local.get $needle) (local.get $i))))
              (then
                (local.set $at (i32.add (local.get $at) (i32.const 1)))
                (br $search)))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br $compare)))

        ;; The record it stands in.
        (loop $owner
          (if (i32.le_u (i32.load offset=4 (local.get $record)) (local.get $at))
            (then
              (local.set $record (i32.add (local.get $record) (i32.const 4)))
              (br $owner))))

        ;; The text of the record it stands in: as many as zero bytes come before.
        (if (i32.ne (local.get $fields) (i32.const -1))
          (then
            (local.set $field (i32.const 0))
            (local.set $i (i32.load (local.get $record)))
            (block $counted
              (loop $count
                (br_if $counted (i32.ge_u (local.get $i) (local.get $at)))
                (local.set $bits (i8x16.bitmask (i8x16.eq (v128.load align=1 (local.get $i)) (v128.const i64x2 0 0))))
                (local.set $left (i32.sub (local.get $at) (local.get $i)))
                (if (i32.lt_u (local.get $left) (i32.const 16))
                  (then (local.set $bits (i32.and (local.get $bits)
                    (i32.sub (i32.shl (i32.const 1) (local.get $left)) (i32.const 1))))))
                (local.set $field (i32.add (local.get $field) (i32.popcnt (local.get $bits))))
                (local.set $i (i32.add (local.get $i) (i32.const 16)))
                (br $count)))
            (if (i32.eqz (i32.and (i32.const 1) (i32.shr_u (local.get $fields) (local.get $field))))
              (then
                (local.set $at (i32.add (local.get $at) (i32.const 1)))
                (br $search)))))

        ;; Once is enough: the next record.
        (i32.store (local.get $end) (i32.shr_u (i32.sub (local.get $record) (local.get $starts)) (i32.const 2)))
        (local.set $end (i32.add (local.get $end) (i32.const 4)))
        (local.set $record (i32.add (local.get $record) (i32.const 4)))
        (local.set $at (i32.load (local.get $record)))
        (br $search)))
    (i32.shr_u (i32.sub (local.get $end) (local.get $out)) (i32.const 2))))
