/** From pixel data elements to stored values: native, RLE, JPEG, JPEG-LS and JPEG 2000. */
package org.nlcen.dicom.codec;
